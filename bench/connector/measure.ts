import { type Contender, prepare } from './contenders.ts';

// One contender, measured in a process of its own: `measure.ts NAME PORT COUNT`. A number of sends and
// not a time: on a busy machine a time would measure code that is not compiled yet.
// NODE_EXTRA_CA_CERTS holds the server's certificate.

export interface Figures {
  sendsPerSecond: number;
  /** Microseconds of this process, system time included. */
  cpuPerSend: number;
  /** Milliseconds of one send on a warm connection with nothing else going on, median. */
  oneSend: number;
}

const atOnce = 32;
const [name, port, countText] = process.argv.slice(2);
const count = Number(countText);
const send = await prepare(name as Contender, Number(port));

async function sendMany(): Promise<void> {
  let left = count;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await send();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function oneByOne(sends: number): Promise<number> {
  const times: number[] = [];
  for (let number = 0; number < sends; number += 1) {
    const start = performance.now();
    await send();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(sends / 2)] ?? Number.NaN;
}

// Long enough for the engine to have compiled what is hot.
await sendMany();
const cpuBefore = process.cpuUsage();
const start = performance.now();
await sendMany();
const seconds = (performance.now() - start) / 1000;
const cpu = process.cpuUsage(cpuBefore);
const figures: Figures = {
  sendsPerSecond: count / seconds,
  cpuPerSend: (cpu.user + cpu.system) / count,
  oneSend: await oneByOne(300),
};
process.stdout.write(JSON.stringify(figures), () => process.exit());
