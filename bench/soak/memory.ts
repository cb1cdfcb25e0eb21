import { fileURLToPath } from 'node:url';
import { writeCodeConnector } from '../emulator/code-connector.ts';
import { startEmulatorProcess } from '../emulator/emulator-process.ts';
import { setUp } from '../emulator/sign-in.ts';
import { signInOften } from '../emulator/sign-ins.ts';

/** Megabytes that the emulator may hold at the end. */
const limit = 250;

/** Sign-ins between two moves of the clock, and how far it moves: one every fifteen minutes. */
const batch = 100;
const minutes = 15 * batch;

export const needs = ['@dm-kit/logto-emulator'];

/**
 * `pnpm bench soak memory [COUNT]`: 100,000 sign-ins, and almost three years that pass meanwhile. What expired has to
 * go: the memory at the end has a limit.
 * @returns the exit code
 */
export async function run(count = '100000'): Promise<number> {
  const server = fileURLToPath(new URL('./clock-server.ts', import.meta.url));
  const emulator = await startEmulatorProcess(['--expose-gc', server, await writeCodeConnector()]);
  try {
    const appId = await setUp(emulator.ready, batch);
    const start = performance.now();
    for (let done = batch; done <= Number(count); done += batch) {
      await signInOften(emulator, { appId, users: batch, count: batch });
      await emulator.tell(String(minutes));
      if (done % (Number(count) / 10) === 0) {
        const seconds = Math.round((performance.now() - start) / 1000);
        const megabytes = Math.round(await emulator.residentMegabytes());
        const alive = await emulator.tell('0');
        console.log(`${done} sign-ins in ${seconds} s: ${megabytes} MB, ${alive} MB of them alive`);
      }
    }
    const megabytes = Math.round(await emulator.residentMegabytes());
    if (megabytes >= limit) {
      console.error(`The emulator holds ${megabytes} MB: ${limit} MB are allowed.`);
      return 1;
    }
    return 0;
  } finally {
    await emulator.close();
  }
}
