import { type Contender, prepare } from './contenders.ts';

// One contender, measured in a process of its own: `measure.ts NAME PORT MILLISECONDS`.
// NODE_EXTRA_CA_CERTS holds the server's certificate.

export interface Figures {
  sendsPerSecond: number;
  /** Microseconds of this process, system time included. */
  cpuPerSend: number;
  /** Milliseconds of one send on a warm connection with nothing else going on, median. */
  oneSend: number;
}

const atOnce = 32;
const [name, port, duration] = process.argv.slice(2);
const send = await prepare(name as Contender, Number(port));

async function sendFor(milliseconds: number): Promise<number> {
  const end = performance.now() + milliseconds;
  let sent = 0;
  const worker = async () => {
    while (performance.now() < end) {
      await send();
      sent += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return sent;
}

async function oneByOne(count: number): Promise<number> {
  const times: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const start = performance.now();
    await send();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(count / 2)] ?? Number.NaN;
}

// Long enough for the engine to have compiled what is hot.
await sendFor(Number(duration) / 2);
const cpuBefore = process.cpuUsage();
const start = performance.now();
const sent = await sendFor(Number(duration));
const seconds = (performance.now() - start) / 1000;
const cpu = process.cpuUsage(cpuBefore);
const figures: Figures = {
  sendsPerSecond: sent / seconds,
  cpuPerSend: (cpu.user + cpu.system) / sent,
  oneSend: await oneByOne(300),
};
process.stdout.write(JSON.stringify(figures), () => process.exit());
