/** What happens while the stack starts, for a person to see. */
export type Progress =
  | { event: 'starting'; name: string }
  | { event: 'ready'; name: string; url?: string | undefined; seconds: number }
  /** Something that was done, as one line. */
  | { event: 'note'; text: string }
  /** A line that a part printed. */
  | { event: 'output'; name: string; line: string };

export type OnProgress = (progress: Progress) => void;

/** Runs a start and reports its beginning, and its end with the time it took. */
export async function reported<T extends { url?: string }>(
  onProgress: OnProgress,
  name: string,
  start: (onOutput: (line: string) => void) => Promise<T>,
): Promise<T> {
  const begin = performance.now();
  onProgress({ event: 'starting', name });
  const started = await start((line) => onProgress({ event: 'output', name, line }));
  const seconds = (performance.now() - begin) / 1000;
  onProgress({ event: 'ready', name, url: started.url, seconds });
  return started;
}
