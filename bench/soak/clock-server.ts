// The emulator with a clock. Each line of standard input says by how many minutes it goes on; `DONE` then tells how many
// megabytes are alive. Runs with `--expose-gc`.
import { createInterface } from 'node:readline';
import { createClock, startLogtoEmulator } from '@dm-kit/logto-emulator';

const clock = createClock();
const connectors = process.argv.slice(2);
const logto = await startLogtoEmulator({ port: 0, connectors, clock });
console.log(JSON.stringify({ url: logto.url, m2m: logto.m2m }));
createInterface({ input: process.stdin }).on('line', (minutes) => {
  clock.advance(Number(minutes) * 60_000);
  // Only when asked how much there is: a collection at each step would not be what users have.
  if (minutes === '0') {
    globalThis.gc?.();
  }
  console.log(`DONE ${Math.round(process.memoryUsage().heapUsed / 1e6)}`);
});
