import { expect, test } from 'vitest';
import { readAnswer } from '../src/answer.ts';
import { configGuard } from '../src/config-guard.ts';
import { cut } from '../src/display-text.ts';
import { limitProblem } from '../src/limits.ts';
import { buildMail } from '../src/mail.ts';
import { repeatsNothing } from '../src/sensitive.ts';
import { readSettings } from '../src/settings.ts';
import { config } from './config.ts';
import { message } from './send.ts';

// Nothing that a user controls may cost more than in proportion to its length. Measured as ratios, so
// that the machine does not matter: of three doublings the best one, as collecting garbage may hit
// any of them. What is quadratic takes four times as long in each.

const pieces = [
  ...['{', '{{', '{{a', '{{ ', '}}', '{{.*}}', '<', '>', '< ', '"', '@', 'a@', 'a@b.', '.', 'a.'],
  ...[
    ' ',
    '\r\n',
    'a',
    '-',
    '\u202e',
    '\u200d',
    '\u0301',
    'e\u0301',
    '👩🏽‍💻',
    '中',
    '<Code>',
    '&',
  ],
];

const settings = readSettings(config());
const everywhere = '{{v}}';

/** All that a value passes through, as name, address, subject and body. */
function carry(value: string) {
  const data = { ...message, to: value, payload: { code: value, v: value } };
  const mail = buildMail(
    data,
    {
      subject: everywhere,
      content: everywhere,
      sendFrom: `${everywhere} <${everywhere}>`,
      replyTo: `${everywhere} ${everywhere}`,
    },
    settings,
  );
  limitProblem(mail);
  cut(value, 15);
  readAnswer(200, value);
  repeatsNothing('82B295BB-7E69-491F-9896-ECEAFF09E1A4', [value]);
}

/** A value where the configuration has a text of its own. */
function configure(value: string) {
  const templates = config().templates.map((one) => ({
    ...one,
    ...{ subject: value, content: value, sendFrom: value, replyTo: value },
  }));
  const texts = { accountName: value, endpoint: value, replyTo: value, roleArn: value };
  configGuard.safeParse({ ...config(), ...texts, accessKeyId: value, tagName: value, templates });
}

function bestTime(run: () => void): number {
  const times = Array.from({ length: 2 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

test.each([
  ['a value of a message', carry],
  ['a text of a configuration', configure],
])('%s of twice the length takes about twice as long', { timeout: 120_000 }, (_, run) => {
  for (const piece of pieces) {
    const times: number[] = [];
    // What is worse than linear has shown it long before its last doubling.
    for (let length = 12_500; length <= 100_000 && (times.at(-1) ?? 0) < 1000; length *= 2) {
      const text = piece.repeat(Math.ceil(length / piece.length));
      times.push(bestTime(() => run(text)));
    }
    const ratios = times.slice(1).map((time, at) => time / ((times[at] ?? 0) + 0.2));
    expect({ piece, times, best: Math.min(...ratios) }).toMatchObject({
      best: expect.toSatisfy((best: number) => best < 3),
    });
  }
});
