// Started by emulator.ts: both emulators in a process of their own, so that they can be started anew after a change.
import { startLocal } from '@dm-kit/local';

const local = await startLocal(JSON.parse(process.argv[2] ?? '{}')).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
const { url, inbox, management } = local;
console.log(JSON.stringify({ event: 'ready', url, inbox, management }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void local.close().then(() => process.exit(0)));
}
