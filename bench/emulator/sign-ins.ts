import { Agent } from 'node:http';
import { fileURLToPath } from 'node:url';
import { writeCodeConnector } from './code-connector.ts';
import { type EmulatorProcess, startEmulatorProcess } from './emulator-process.ts';
import { HttpSession } from './http-session.ts';
import { setUp, signIn } from './sign-in.ts';

// Logto sends at most 10 codes to an address in 10 minutes.
const signInsPerUser = 9;

export interface SignInFigures {
  perSecond: number;
  /** Milliseconds of processor time that the server takes for one sign-in, all its threads together. */
  processorTime: number;
  megabytesBefore: number;
  megabytesAfter: number;
}

/** Signs in by code, `count` times, eight at once. */
export async function measureSignIns(count: number): Promise<SignInFigures> {
  const cli = new URL('lib/cli.js', import.meta.resolve('@dm-kit/logto-emulator/package.json'));
  const connector = await writeCodeConnector();
  const emulator = await startEmulatorProcess([
    fileURLToPath(cli),
    ...['--json', '--port', '0', '--connector', connector],
  ]);
  try {
    const users = Math.ceil(count / signInsPerUser);
    const appId = await setUp(emulator.ready, users);
    const megabytesBefore = await emulator.residentMegabytes();
    const before = await emulator.processorTime();
    const start = performance.now();
    await signInOften(emulator, { appId, users, count });
    const seconds = (performance.now() - start) / 1000;
    return {
      perSecond: count / seconds,
      processorTime: ((await emulator.processorTime()) - before) / count,
      megabytesBefore,
      megabytesAfter: await emulator.residentMegabytes(),
    };
  } finally {
    await emulator.close();
  }
}

/** As `measureSignIns`, with an emulator that is set up. */
export async function signInOften(
  emulator: EmulatorProcess,
  { appId, users, count }: { appId: string; users: number; count: number },
): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  let next = 0;
  const worker = async () => {
    for (let turn = next++; turn < count; turn = next++) {
      const address = `user${turn % users}@example.com`;
      const code = emulator.codeFor(address);
      await signIn(new HttpSession(emulator.ready.url, agent), appId, address, code);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  agent.destroy();
}
