// Started by reaper.ts: ends the process groups named on standard input (+NUMBER, -NUMBER) once it closes.
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { signalGroup } from './signal-group.ts';

const secondsToEnd = 3;

const groups = new Set<number>();
for await (const line of createInterface({ input: process.stdin })) {
  const group = Number(line.slice(1));
  if (line.startsWith('+')) {
    groups.add(group);
  } else {
    groups.delete(group);
  }
}

for (const group of groups) {
  signalGroup(group, 'SIGTERM');
}
const deadline = Date.now() + secondsToEnd * 1000;
while (Date.now() < deadline && [...groups].some((group) => signalGroup(group, 0))) {
  await delay(50);
}
for (const group of groups) {
  signalGroup(group, 'SIGKILL');
}
