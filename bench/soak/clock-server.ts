// The emulator with a clock that goes on by as many minutes as each line of standard input says.
import { createInterface } from 'node:readline';
import { createClock, startLogtoEmulator } from '@dm-kit/logto-emulator';

const clock = createClock();
const connectors = process.argv.slice(2);
const logto = await startLogtoEmulator({ port: 0, connectors, clock });
console.log(JSON.stringify({ url: logto.url, m2m: logto.m2m }));
createInterface({ input: process.stdin }).on('line', (minutes) => {
  clock.advance(Number(minutes) * 60_000);
  console.log('DONE');
});
