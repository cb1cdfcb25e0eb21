import { basename } from 'node:path';
import type { PublishedDocument } from '../published/document.ts';
import type { Repository } from '../repository.ts';
import { environmentProblems, readEnvironment } from '../values/environment.ts';
import type { Claim } from './finding.ts';
import type { Sample } from './samples.ts';

const fileName =
  /(?<![\w@/.:-])(?:\.{0,2}\/)?(?:[\w[\].-]+\/)*[\w[\]-][\w[\].-]*\.(?:tsx?|mjs|html)\b/g;

/** File names in the text and above blocks: does a sample have such a file? */
export function checkFiles(
  document: PublishedDocument,
  samples: Sample[],
  repository: Repository,
): Claim[] {
  if (samples.length === 0) {
    return [];
  }
  const others = repository.find('packages/*/docker/*', 'apps/*/public/*', 'docs/code/*/*');
  const paths = [
    ...samples.flatMap(({ files, settingsFile }) => [...files.keys(), settingsFile]),
    ...others,
  ];
  const known = paths.map((path) => basename(path));
  const named = [
    ...document.sentences.flatMap(({ text, line }) =>
      isHistory(text) ? [] : (text.match(fileName) ?? []).map((claim) => ({ claim, line })),
    ),
    ...document.blocks.flatMap(({ title, line }) =>
      title && /\.\w+$/.test(title) ? [{ claim: title, line }] : [],
    ),
  ];
  return firstOfEach(named).map(({ claim, line }) => {
    const there = known.includes(basename(claim)) || /^\.env/.test(basename(claim));
    const truth = there ? '' : `no sample has a file ${basename(claim)}`;
    return { line, kind: 'file', status: there ? 'same' : 'gone', claim, truth };
  });
}

/** "Up to Next.js 15 this file was …", "no longer used": what was, and is said to be over. */
export function isHistory(text: string): boolean {
  return /\b(up to|until|formerly|before) [A-Z]|\bno\s+longer\b|以前|不再/.test(text);
}

/** Addresses on this machine: those of the samples, or others. */
export function checkAddresses(document: PublishedDocument, samples: Sample[]): Claim[] {
  const known = samples.flatMap(({ addresses }) => addresses);
  if (known.length === 0) {
    return [];
  }
  const texts = [
    ...document.blocks.flatMap(({ code, line }) =>
      code.split('\n').map((text, index) => ({ text, line: line + index })),
    ),
    ...document.sentences,
  ];
  const named = texts.flatMap(({ text, line }) =>
    [...text.matchAll(/https?:\/\/localhost:\d+[^\s`'"),<>]*/g)].map(([claim]) => ({
      claim: claim.replace(/\.$/, ''),
      line,
    })),
  );
  // Logto's and Direct Mail's own are the emulators'.
  const ours = firstOfEach(named).filter(({ claim }) => !/:(3001|3002|3010)\b/.test(claim));
  return ours.map(({ claim, line }) => {
    const there = known.includes(claim) || known.some((address) => samePage(address, claim));
    const path = URL.parse(claim)?.pathname ?? '/';
    const truth = known.find((address) => URL.parse(address)?.pathname === path) ?? known[0];
    return {
      line,
      kind: 'address',
      status: there ? 'same' : 'different',
      claim,
      truth: there ? '' : `the sample has ${truth}`,
    };
  });
}

/** A page of the sample other than the callback. */
function samePage(address: string, claim: string): boolean {
  const [known, said] = [URL.parse(address), URL.parse(claim)];
  return known?.origin === said?.origin && !/callback/.test(said?.pathname ?? '');
}

/** Settings in environment files: known, complete, and read as they look. */
export function checkEnvironment(document: PublishedDocument, samples: Sample[]): Claim[] {
  const known = new Set(samples.flatMap(({ environment }) => environment));
  const blocks = document.blocks.filter(({ code }) =>
    /^\s*(#.*\n\s*)*[A-Z][A-Z0-9]*_[A-Z0-9_]+=/.test(code),
  );
  const [first] = blocks;
  if (!first || known.size === 0) {
    return [];
  }
  const claims: Claim[] = [];
  const set = new Set<string>();
  for (const { code, line } of blocks) {
    for (const name of Object.keys(readEnvironment(code))) {
      set.add(name);
      const there = known.has(name);
      claims.push({
        line,
        kind: 'environment',
        status: there ? 'same' : 'gone',
        claim: name,
        truth: there ? '' : 'no sample reads it',
      });
    }
    const filledIn = code.replaceAll('<placeholder>', 'https://tenant.example/');
    for (const truth of environmentProblems(filledIn)) {
      claims.push({
        line,
        kind: 'environment',
        status: 'different',
        claim: truth.split(' ')[0] ?? '',
        truth,
      });
    }
  }
  const text = document.sentences.map((sentence) => sentence.text).join('\n');
  const best = samples
    .map(({ environment }) => environment)
    .sort(
      (a, b) => b.filter((name) => set.has(name)).length - a.filter((name) => set.has(name)).length,
    )[0];
  for (const name of best ?? []) {
    if (!set.has(name) && !text.includes(name)) {
      claims.push({
        line: first.line,
        kind: 'environment',
        status: 'different',
        claim: `${blocks.length} block of settings`,
        truth: `the sample needs ${name} as well`,
      });
    }
  }
  return claims;
}

function firstOfEach<T extends { claim: string }>(all: T[]): T[] {
  return all.filter(({ claim }, i) => all.findIndex((other) => other.claim === claim) === i);
}
