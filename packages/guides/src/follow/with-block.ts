import { mergeCode } from './merge-code.ts';

/** A file of the reader's after a block of the page: settings by their names, templates with their outlet, code by its statements. */
export function withBlock(path: string, before: string | undefined, code: string): string {
  if (path.startsWith('.env')) {
    const names = new Set(code.match(/^\w+(?==)/gm));
    const kept = (before ?? '').split('\n').filter((line) => !names.has(line.split('=')[0] ?? ''));
    return `${[...kept, code].join('\n').trim()}\n`;
  }
  if (path.endsWith('.html')) {
    const outlet = /<router-outlet\s*\/>/;
    const loses = before && outlet.test(before) && !outlet.test(code);
    return loses ? `${code}\n<router-outlet />\n` : `${code}\n`;
  }
  return /\.[jt]sx?$/.test(path) ? mergeCode(before, code) : `${code}\n`;
}
