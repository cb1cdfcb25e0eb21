import type { Part } from './part.ts';

/**
 * Starts parts side by side. When one fails, the others are given up or stopped.
 * @throws what the first one to fail threw.
 */
export async function startTogether<Parts extends Part[]>(
  signal: AbortSignal | undefined,
  ...starts: { [Index in keyof Parts]: (signal: AbortSignal) => Promise<Parts[Index]> }
): Promise<Parts> {
  const giveUp = new AbortController();
  const both = AbortSignal.any([giveUp.signal, ...(signal ? [signal] : [])]);
  const started = starts.map((start) => start(both));
  try {
    return (await Promise.all(started)) as Parts;
  } catch (error) {
    giveUp.abort();
    const outcomes = await Promise.allSettled(started);
    await Promise.all(
      outcomes.map(async (outcome) => outcome.status === 'fulfilled' && outcome.value.stop()),
    );
    throw error;
  }
}
