import { watchStarters } from './starters.ts';

/**
 * Aborts on Ctrl-C, on SIGTERM, when the terminal or the reader of our output goes away, and when who started us is
 * killed. A second signal waits for nothing: what still runs is ended by the reaper.
 */
export function untilInterrupted(): AbortSignal {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (interrupted.signal.aborted) {
        process.exit(130);
      }
      interrupted.abort();
    });
  }
  for (const output of [process.stdout, process.stderr]) {
    // Nobody reads any more. Unheard, it would end us before anything is stopped.
    output.on('error', () => interrupted.abort());
  }
  watchStarters(() => interrupted.abort());
  return interrupted.signal;
}
