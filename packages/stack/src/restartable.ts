import type { StackError } from './errors.ts';
import type { Part } from './part.ts';

/** A part that can be started again without being reported as crashed. */
export type RestartablePart<Started extends Part> = Started & {
  /** @throws what starting it threw; it does not run then, and may be restarted again. */
  restart(): Promise<void>;
};

/** Starts a part by `start`, again at each restart; it must come up at the same address. */
export async function startRestartable<Started extends Part>(
  start: () => Promise<Started>,
): Promise<RestartablePart<Started>> {
  let report = (_: StackError) => {};
  const crashed = new Promise<StackError>((resolve) => {
    report = resolve;
  });
  const watched = async () => {
    const part = await start();
    void part.crashed.then(report);
    return part;
  };
  const first = await watched();
  let current: Part = first;
  return {
    ...first,
    crashed,
    async restart() {
      await current.stop();
      current = await watched();
    },
    stop: () => current.stop(),
  };
}
