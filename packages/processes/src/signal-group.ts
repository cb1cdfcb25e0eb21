import { spawnSync } from 'node:child_process';

/**
 * Sends a signal to every process of a group; signal 0 only asks whether there is one. Windows has no groups: there,
 * the process and what it started are ended, whatever the signal.
 * @returns false when the group is empty.
 */
export function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  if (process.platform === 'win32' && signal !== 0) {
    return spawnSync('taskkill', ['/pid', String(group), '/T', '/F']).status === 0;
  }
  try {
    process.kill(process.platform === 'win32' ? group : -group, signal);
    return true;
  } catch (error) {
    // macOS answers EPERM for a group of nothing but zombies.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ESRCH' || code === 'EPERM') {
      return false;
    }
    throw error;
  }
}
