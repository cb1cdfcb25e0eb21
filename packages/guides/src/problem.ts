import { createTwoFilesPatch } from 'diff';

/** Something that a page, or the code it quotes, has wrong. */
export interface Problem {
  /** Below the root of the repository, with slashes. */
  file: string;
  line: number;
  /** One sentence. */
  message: string;
  /** What stands there against what should. */
  diff?: string | undefined;
}

/** `file:line: message`, and the diff below it. */
export function formatProblem({ file, line, message, diff }: Problem): string {
  return `${file}:${line}: ${message}${diff ? `\n${diff.replace(/^/gm, '    ')}` : ''}`;
}

/** The lines that differ, with a few around them; nothing when none does. */
export function diffOf(is: string, should: string): string | undefined {
  if (is === should) {
    return undefined;
  }
  const patch = createTwoFilesPatch('', '', `${is}\n`, `${should}\n`, '', '', { context: 2 });
  return patch
    .split('\n')
    .slice(4)
    .filter((line) => !line.startsWith('\\'))
    .join('\n')
    .trimEnd();
}
