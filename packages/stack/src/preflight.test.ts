import { occupyPort } from '@dm-kit/processes/test';
import { samples } from '@dm-kit/samples';
import { expect, test } from 'vitest';
import { preflight } from './preflight.ts';

test('names every port that is in use, and who has it, before anything is built', async () => {
  await using one = await occupyPort();
  await using two = await occupyPort();
  const [angular, nextjs] = samples;
  const failure = await preflight({
    samples: [
      { ...(angular as (typeof samples)[0]), port: one.port },
      { ...(nextjs as (typeof samples)[0]), port: two.port },
    ],
  }).catch((error: Error) => error.message);
  for (const [{ port }, name] of [
    [one, 'Angular sample'],
    [two, 'Next.js sample'],
  ] as const) {
    // Whose it is, `who-listens.test.ts` asks: another program may have the same port of another address.
    expect(failure).toMatch(
      new RegExp(`Port ${port} is in use by .* \\(process \\d+\\), and the ${name} needs it`),
    );
  }
});

test('a port in use is in nobody’s way when the ports are chosen freely', async () => {
  await using one = await occupyPort();
  const [angular] = samples;
  const taken = [{ ...(angular as (typeof samples)[0]), port: one.port }];
  await expect(preflight({ samples: taken, ports: 'free' })).resolves.toBeUndefined();
});
