import { extname } from 'node:path';
import { quote } from '@dm-kit/regions';
import type { Repository } from '../repository.ts';

/** What `<!-- snippet: FILE#region as PATH shown -->` says. */
export interface SnippetReference {
  file: string;
  /** A region; without, the whole file. */
  region: string | undefined;
  /** Where the reader has it, if the file's own place does not say so. */
  as: string | undefined;
  /** Shown to be looked at, not to be copied to a file. */
  shown: boolean;
}

export function parseReference(value: string): SnippetReference | undefined {
  const match = /^(?<file>[^#\s]+)(?:#(?<region>.+?))?(?: as (?<as>\S+))?(?<shown> shown)?$/.exec(
    value,
  );
  const { file, region, as, shown } = match?.groups ?? {};
  return file ? { file, region, as, shown: shown !== undefined } : undefined;
}

/** Code as a page shows it. */
export interface Snippet {
  code: string;
  /** What GitHub colours it by. */
  lang: string;
  /** Where the reader has this file, below the folder of their application; none for commands and the like. */
  title: string | undefined;
}

/** @returns one sentence when there is no such file or region. */
export function resolveSnippet(
  repository: Repository,
  reference: SnippetReference,
): Snippet | { problem: string } {
  const { file, region } = reference;
  const text = repository.read(file);
  if (text === undefined) {
    return { problem: `there is no file ${file}` };
  }
  const code = quote(text, region);
  if (code === undefined) {
    return { problem: `${file} has no region "${region}"` };
  }
  return { code, lang: languageOf(file), title: reference.shown ? undefined : titleOf(reference) };
}

const readersRoot = /^(?:apps\/[^/]+|docs\/code\/[^/]+)\/(?<path>.+)$/;

function titleOf({ file, as }: SnippetReference): string | undefined {
  if (as || ['.sh', '.json'].includes(extname(file))) {
    return as;
  }
  return readersRoot.exec(file)?.groups?.path;
}

function languageOf(file: string): string {
  const extension = extname(file).slice(1);
  return /(^|\/)\.env/.test(file) ? 'sh' : extension || 'text';
}

/** The block that stands in the page. */
export function fence({ code, lang, title }: Snippet): string {
  const ticks = '`'.repeat(
    Math.max(3, ...[...code.matchAll(/`+/g)].map(([run]) => run.length + 1)),
  );
  return `${ticks}${lang}${title ? ` title="${title}"` : ''}\n${code}\n${ticks}`;
}
