import { setTimeout as delay } from 'node:timers/promises';
import { spawnGroup } from '@dm-kit/processes';
import { plainEnvironment, type RunOptions } from './run-command.ts';

export interface Demo {
  /** The code that the terminal shows for an address. */
  codeFor(address: string): Promise<string>;
  stop(): Promise<void>;
}

const longestWait = 120;

/** Runs `npm run demo` in the folder until the application answers. */
export async function startDemo(url: string, options: RunOptions): Promise<Demo> {
  const lines: string[] = [];
  let isOver = false;
  const group = spawnGroup({
    command: ['npm', 'run', 'demo'],
    ...options,
    inherited: plainEnvironment(),
    onLine: (line) => lines.push(line),
  });
  void group.ended.then(() => {
    isOver = true;
  });
  const until = async <T>(look: () => Promise<T | undefined>, what: string): Promise<T> => {
    for (const deadline = Date.now() + longestWait * 1000; Date.now() < deadline; ) {
      const found = await look();
      if (found !== undefined) {
        return found;
      }
      if (isOver) {
        break;
      }
      await delay(200);
    }
    await group.stop();
    throw new Error(`\`npm run demo\`: ${what}\n${lines.slice(-40).join('\n')}`);
  };
  await until(
    () =>
      fetch(url).then(
        ({ ok }) => ok || undefined,
        () => undefined,
      ),
    `nothing answers at ${url}`,
  );
  return {
    codeFor: (address) =>
      until(async () => {
        const line = lines.find((text) => text.includes(address));
        return line && /\d{6}$/.exec(line.trim())?.[0];
      }, `no code for ${address} is shown`),
    stop: () => group.stop(10),
  };
}
