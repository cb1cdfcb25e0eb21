import { languageTag } from './language.ts';

/** A time in a list: the hour today, the day before. */
export function shortTime(iso: string, now = new Date()): string {
  const time = new Date(iso);
  const today = time.toDateString() === now.toDateString();
  const style = today ? ({ timeStyle: 'short' } as const) : ({ dateStyle: 'medium' } as const);
  return new Intl.DateTimeFormat(languageTag(), style).format(time);
}

/** A time in full. */
export function longTime(iso: string): string {
  return new Intl.DateTimeFormat(languageTag(), {
    dateStyle: 'medium',
    timeStyle: 'medium',
  }).format(new Date(iso));
}

const units = ['byte', 'kilobyte', 'megabyte'] as const;

/** A size such as `12 kB`. */
export function sizeOf(bytes: number): string {
  const power = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  return new Intl.NumberFormat(languageTag(), {
    style: 'unit',
    unit: units[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power === 2 ? 1 : 0,
  }).format(bytes / 1000 ** power);
}
