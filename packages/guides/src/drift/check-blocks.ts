import { basename, join } from 'node:path/posix';
import { diffOf } from '../problem.ts';
import type { Block, PublishedDocument } from '../published/document.ts';
import type { Repository } from '../repository.ts';
import type { Claim } from './finding.ts';
import type { Sample } from './samples.ts';

interface Candidate {
  folder: string;
  path: string;
  text: string;
}

/** Holds each block of code against the file of the samples that it is, or was. */
export function checkBlocks(
  document: PublishedDocument,
  samples: Sample[],
  repository: Repository,
): Claim[] {
  const others = repository.find('docs/code/**/*.{json,yaml}', 'apps/*/public/*.json');
  const candidates = [
    ...samples.flatMap(({ folder, files }) =>
      [...files].map(([path, text]) => ({ folder, path, text })),
    ),
    ...others.map((path) => ({ folder: '', path, text: repository.read(path) ?? '' })),
  ];
  return document.blocks
    .filter(({ lang }) => !['sh', 'bash', 'shell', 'env', 'dotenv'].includes(lang))
    .map((block) => checkBlock(block, candidates));
}

function checkBlock(block: Block, candidates: Candidate[]): Claim {
  const { line, code, title } = block;
  const claim = `block ${title ? `"${title}"` : `of ${code.split('\n').length} lines`}: ${excerpt(code)}`;
  const same = candidates.find(({ text }) => contains(text, code));
  if (same) {
    return { line, kind: 'block', status: 'same', claim, truth: '' };
  }
  const named = title && candidates.filter(({ path }) => basename(path) === basename(title));
  const best = bestOf(named && named.length > 0 ? named : candidates, code);
  if (!best || (best.likeness < 0.25 && !(named && named.length > 0))) {
    return { line, kind: 'block', status: 'gone', claim, truth: 'no sample has anything like it' };
  }
  const { candidate } = best;
  return {
    line,
    kind: 'block',
    status: 'different',
    claim,
    truth: `${join(candidate.folder, candidate.path)} is another`,
    diff: diffOf(lines(code).join('\n'), lines(candidate.text).join('\n')),
  };
}

/** Whether a block is a piece of a file, apart from comments, indentation and empty lines. */
export function contains(text: string, code: string): boolean {
  const wanted = lines(code);
  const has = lines(text);
  return has.some(
    (_line, start) =>
      wanted.length > 0 && wanted.every((line, index) => fits(has[start + index], line)),
  );
}

/** A placeholder stands for any text. */
function fits(line: string | undefined, wanted: string): boolean {
  const pieces = wanted.split(/<placeholder>|<your-[\w-]+>/);
  return (
    line === wanted ||
    (pieces.length > 1 &&
      line !== undefined &&
      line.startsWith(pieces[0] ?? '') &&
      (line.endsWith(pieces.at(-1) ?? '') || /^[A-Z_]+=/.test(line)))
  );
}

function bestOf(candidates: Candidate[], code: string) {
  const wanted = lines(code);
  return candidates
    .map((candidate) => {
      const has = new Set(lines(candidate.text));
      const shared = wanted.filter((one) => has.has(one) && one.length > 3).length;
      return { candidate, likeness: shared / Math.max(1, wanted.length) };
    })
    .sort((a, b) => b.likeness - a.likeness)[0];
}

function lines(code: string): string[] {
  return code
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !/^(\/\/|\/\*|\*|<!--|#|\.\.\.$)/.test(line));
}

function excerpt(code: string): string {
  const [first = ''] = lines(code);
  return first.length > 60 ? `${first.slice(0, 57)}…` : first;
}
