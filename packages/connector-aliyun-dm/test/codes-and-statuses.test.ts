import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { providerErrors } from '../src/provider-errors.ts';
import { config } from './config.ts';
import { failureOf, send } from './send.ts';
import { answer, startServer } from './server.ts';

beforeEach(() => {
  // Pauses of 100 and 200 ms.
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

afterEach(() => {
  vi.restoreAllMocks();
});

const passing = /^Throttling/;
const RequestId = '82B295BB-7E69-491F-9896-ECEAFF09E1A4';

test('each code at each status: its own error, and another attempt only where it may pass', async () => {
  const attempts = new Map<string, number>();
  await using server = await startServer((response, { form }) => {
    const to = form.ToAddress ?? '';
    attempts.set(to, (attempts.get(to) ?? 0) + 1);
    const [status, Code] = to.replace('@example.com', '').split('_');
    answer(response, Number(status), { Code, Message: `${to} is wrong`, RequestId, HostId: 'x' });
  });
  const cases = [...providerErrors].flatMap(([Code, { code, advice }]) =>
    [200, 400, 403, 404, 429, 500, 503].map((status) => ({ Code, code, advice, status })),
  );
  await Promise.all(
    cases.map(async ({ Code, code, advice, status }) => {
      const to = `${status}_${Code}@example.com`;
      const options = config({ endpoint: server.endpoint, timeout: 30_000 });
      expect(await failureOf(send(options, { to }))).toEqual({
        code,
        errorDescription: `${advice} (${Code}, RequestId ${RequestId}).`,
        Code,
        RequestId,
      });
      expect([to, attempts.get(to)]).toEqual([to, passing.test(Code) ? 3 : 1]);
    }),
  );
  expect(attempts.size).toBe(cases.length);
});
