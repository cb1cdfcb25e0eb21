/** A part of a text, in characters, and what takes its place. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The text with these parts replaced; they do not overlap. */
export function applyEdits(text: string, edits: Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (now, { start, end, text: with_ }) => now.slice(0, start) + with_ + now.slice(end),
      text,
    );
}

/** Every line but the first moved to the right, as inside a list. */
export function indented(text: string, spaces: number): string {
  return text.replace(/\n(?!\n|$)/g, `\n${' '.repeat(spaces)}`);
}
