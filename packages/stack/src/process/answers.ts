import { setTimeout as delay } from 'node:timers/promises';

/** Waits until something answers at the address, whatever it answers. @throws when the signal aborts. */
export async function answers(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const answered = await fetch(url, { signal, redirect: 'manual' }).then(
      async (response) => {
        await response.body?.cancel();
        return true;
      },
      () => false,
    );
    if (answered) {
      return;
    }
    await delay(50, undefined, { signal });
  }
}
