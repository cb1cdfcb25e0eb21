import type { PublishedDocument } from '../published/document.ts';
import type { Repository } from '../repository.ts';
import { consoleLabels, consolePlaces } from './console-names.ts';
import type { Claim } from './finding.ts';

/** Ways through the Consoles of Logto and of Direct Mail, and the names of what is there. */
export function checkConsole(document: PublishedDocument, repository: Repository): Claim[] {
  return [
    ...document.sentences.flatMap(({ text, line }) => [
      ...placesIn(text, line),
      ...labelsIn(text, line),
    ]),
    ...checkAliyunNames(document, repository),
  ];
}

function placesIn(text: string, line: number): Claim[] {
  return [...text.matchAll(/(?:Console|(?<!RAM |推送)控制台)\s*>\s*([^.。()（）"”,，;；]+)/g)].map(
    ([claim, way = '']) => {
      const steps = stepsOf(way);
      const there = consolePlaces.some((place) =>
        [place.en, place['zh-CN']].some((known) => leadsTo(steps, stepsOf(known))),
      );
      const truth = there ? '' : `now: Console > ${nearest(steps)}`;
      return {
        line,
        kind: 'console',
        status: there ? 'same' : 'different',
        claim: claim.trim(),
        truth,
      };
    },
  );
}

function stepsOf(way: string): string[] {
  return way.split('>').map((step) => step.trim().toLowerCase());
}

/** The last step may go on with the sentence, and the way may go on to a thing of the reader's. */
function leadsTo(steps: string[], known: string[]): boolean {
  return (
    known.length <= steps.length &&
    known.every((step, i) => steps[i]?.startsWith(step)) &&
    (steps.length === known.length || known.length > 1 || known[0] === 'applications')
  );
}

function nearest(steps: string[]): string {
  const words = new Set(steps.join(' ').match(/[a-z]{4,}/g) ?? []);
  const likeness = (place: string) =>
    (place.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => words.has(word)).length;
  return consolePlaces.map(({ en }) => en).sort((a, b) => likeness(b) - likeness(a))[0] ?? '';
}

/** A label in quotation marks that is nearly one of the Console's, and is not. */
function labelsIn(text: string, line: number): Claim[] {
  return [...text.matchAll(/["“]([^"”]{6,40})["”]/g)].flatMap(([, label = '']): Claim[] => {
    const isKnown = consoleLabels.some((known) => same(known, label));
    const near = consoleLabels.find((known) => alike(known, label));
    if (isKnown || !near) {
      return isKnown
        ? [{ line, kind: 'console', status: 'same', claim: `"${label}"`, truth: '' }]
        : [];
    }
    return [
      {
        line,
        kind: 'console',
        status: 'different',
        claim: `"${label}"`,
        truth: `the Console says "${near}"`,
      },
    ];
  });
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.replace(/[.,]$/, '').toLowerCase();
}

function alike(known: string, label: string): boolean {
  const [a, b] = [wordsOf(known), wordsOf(label)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size > 2 && b.size > 2 && shared >= 2 && shared / new Set([...a, ...b]).size >= 0.5;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}-]+/gu) ?? []);
}

const pair = /["“]?([A-Z][A-Za-z- ]{2,40}?)["”]?\s*[(（]([^)）]{2,20})[)）]/gu;

/** English and Chinese names of the Direct Mail console: known pairs, one English name each, and readable. */
function checkAliyunNames(document: PublishedDocument, repository: Repository): Claim[] {
  const sources = [
    'packages/connector-aliyun-dm/README.md',
    'docs/en/aliyun.md',
    'docs/en/connector.md',
  ];
  const known = sources.flatMap((file) => pairsIn(repository.read(file) ?? ''));
  const seen = new Map<string, string>();
  const claims: Claim[] = [];
  const unreadable: number[] = [];
  for (const { text, line } of document.sentences) {
    for (const { english, chinese } of pairsIn(text, true)) {
      if (!/\p{Script=Han}/u.test(chinese)) {
        unreadable.push(line);
        continue;
      }
      const before = seen.get(chinese);
      const wanted = known.filter((one) => one.chinese === chinese);
      const fits = before === undefined || same(before, english);
      seen.set(chinese, before ?? english);
      if (!fits) {
        claims.push({
          line,
          kind: 'console',
          status: 'different',
          claim: `"${english}" (${chinese})`,
          truth: `the page calls ${chinese} "${before}" as well: one of them is wrong`,
        });
      } else if (wanted.length > 0) {
        const there = wanted.some(
          (one) =>
            same(one.english, english) || english.toLowerCase().endsWith(one.english.toLowerCase()),
        );
        claims.push({
          line,
          kind: 'console',
          status: there ? 'same' : 'different',
          claim: `"${english}" (${chinese})`,
          truth: there ? '' : `${chinese} is "${wanted[0]?.english}"`,
        });
      }
    }
  }
  const [first] = unreadable;
  if (first !== undefined) {
    claims.push({
      line: first,
      kind: 'console',
      status: 'different',
      claim: `${unreadable.length} Chinese names of the Direct Mail console`,
      truth: 'cannot be read: the text went through a wrong character encoding',
    });
  }
  return claims;
}

/** Pairs of names; with `any`, also those whose second half is no Chinese and no English either. */
function pairsIn(text: string, any = false): { english: string; chinese: string }[] {
  return [...text.matchAll(pair)]
    .map(([, english = '', chinese = '']) => ({
      english: english.trim().replace(/^(Under|In|Open|From|See|Choose|Go to) /, ''),
      chinese: chinese.trim(),
    }))
    .filter(
      ({ chinese }) =>
        /\p{Script=Han}/u.test(chinese) ||
        (any && /[\u0E00-\u0E7F\uFFFD]{2}|[Â-ï][\u0080-¿]/u.test(chinese)),
    );
}
