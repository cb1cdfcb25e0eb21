import { type Ending, type SpawnOptions, spawnGroup } from './spawn-group.ts';

/** Runs a program until it ends by itself. @throws the reason of `signal` when that aborts; it is stopped then. */
export async function runToEnd(
  options: SpawnOptions & { signal?: AbortSignal | undefined },
): Promise<Ending> {
  const { signal } = options;
  signal?.throwIfAborted();
  const group = spawnGroup(options);
  const stop = () => void group.stop();
  signal?.addEventListener('abort', stop, { once: true });
  const ending = await group.ended;
  signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();
  return ending;
}
