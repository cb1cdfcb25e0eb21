import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Waits until the process has ended. */
export async function untilGone(pid: number): Promise<void> {
  while (isRunning(pid)) {
    await delay(20);
  }
}

/** Whether the process runs. One that ended and that nobody has asked about yet (a zombie) does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !isZombie(pid);
  } catch {
    return false;
  }
}

function isZombie(pid: number) {
  return / Z \d+ \d+ /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}
