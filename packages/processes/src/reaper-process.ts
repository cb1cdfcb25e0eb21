// Started by reaper.ts: does what it was told on standard input once that closes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { LastWill } from './reaper.ts';
import { signalGroup } from './signal-group.ts';

const secondsToEnd = 3;

const wills = new Map<string, LastWill>();
for await (const line of createInterface({ input: process.stdin })) {
  const { add, drop } = JSON.parse(line) as { add?: LastWill; drop?: LastWill };
  if (add) {
    wills.set(JSON.stringify(add), add);
  } else {
    wills.delete(JSON.stringify(drop));
  }
}

const groups = [...wills.values()].flatMap((will) => ('group' in will ? [will.group] : []));
for (const group of groups) {
  signalGroup(group, 'SIGTERM');
}
const deadline = Date.now() + secondsToEnd * 1000;
while (Date.now() < deadline && groups.some((group) => signalGroup(group, 0))) {
  await delay(50);
}
for (const group of groups) {
  signalGroup(group, 'SIGKILL');
}
for (const will of wills.values()) {
  if ('command' in will) {
    const [program, ...args] = will.command;
    const { cwd, env } = will;
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: 'ignore' });
    child.on('error', () => {});
    await once(child, 'close');
  }
}
