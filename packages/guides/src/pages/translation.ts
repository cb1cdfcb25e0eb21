import type { Code } from 'mdast';
import { visit } from 'unist-util-visit';
import { directivesOf, offsets } from '../markdown/directive.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { diffOf, type Problem } from '../problem.ts';
import { applyEdits } from './edits.ts';
import { type Prose, proseHash, proseOf } from './prose.ts';

export interface TextOf {
  file: string;
  text: string;
}

/** Where a translation is another text than the English page: its code, its order, a paragraph that has changed since. */
export function translationProblems(english: TextOf, translated: TextOf): Problem[] {
  const { file } = translated;
  const code = codeProblems(english, translated);
  const originals = proseOf(english.text);
  const translations = proseOf(translated.text);
  for (const [index, original] of originals.entries()) {
    const translation = translations[index];
    if (translation?.type !== original.type || translation.size !== original.size) {
      const message = `here the English page has a ${kindOf(original)} (${english.file}:${original.line}): ${firstLine(original)}`;
      return [...code, { file, line: translation?.line ?? lastLine(translated.text), message }];
    }
  }
  const extra = translations[originals.length];
  if (extra) {
    return [...code, { file, line: extra.line, message: 'the English page has nothing like this' }];
  }
  return [
    ...code,
    ...translations.flatMap((translation, index) => {
      const original = originals[index] as Prose;
      const hash = proseHash(original.source);
      const { translates, line } = translation;
      if (translates?.value === hash) {
        return [];
      }
      const message = translates?.value
        ? `translates a text that has changed since (${english.file}:${original.line}); when it is right again, empty the comment above it and run pnpm docs:sync`
        : 'does not say which English text it translates: write <!-- en: --> above it and run pnpm docs:sync';
      return [
        {
          file,
          line,
          message,
          diff: translates?.value ? `+${original.source.replaceAll('\n', '\n+')}` : undefined,
        },
      ];
    }),
  ];
}

/** Fills in which English text each paragraph translates, where `<!-- en: -->` leaves it open. */
export function withHashes(english: string, translated: string): string {
  const originals = proseOf(english);
  const edits = proseOf(translated).flatMap(({ translates }, index) => {
    const original = originals[index];
    if (translates?.value !== '' || !original) {
      return [];
    }
    return [{ ...offsets(translates.node), text: `<!-- en: ${proseHash(original.source)} -->` }];
  });
  return applyEdits(translated, edits);
}

function codeProblems(english: TextOf, translated: TextOf): Problem[] {
  const originals = blocksOf(english.text);
  const translations = blocksOf(translated.text);
  for (const [index, { value, line }] of originals.entries()) {
    const other = translations[index];
    if (other?.value !== value) {
      const message = `not the code of the English page (${english.file}:${line})`;
      const diff = diffOf(other?.value ?? '', value);
      return [
        { file: translated.file, line: other?.line ?? lastLine(translated.text), message, diff },
      ];
    }
  }
  const extra = translations[originals.length];
  const message = 'the English page has no such code or step';
  return extra ? [{ file: translated.file, line: extra.line, message }] : [];
}

/** Code, and what is to be put or seen there, in order. */
function blocksOf(text: string): { value: string; line: number }[] {
  const tree = parseMarkdown(text);
  const found = directivesOf(tree)
    .filter(({ kind }) => kind !== 'en')
    .map(({ kind, value, line }) => ({ value: `${kind}: ${value}`, line }));
  visit(tree, 'code', ({ lang, meta, value, position }: Code) => {
    found.push({ value: `${lang} ${meta ?? ''}\n${value}`, line: position?.start.line ?? 0 });
  });
  return found.sort((a, b) => a.line - b.line);
}

function kindOf({ type, size }: Prose): string {
  return size > 0 ? `${type} of ${size}` : type;
}

function firstLine({ source }: Prose): string {
  return source.split('\n')[0] ?? '';
}

function lastLine(text: string): number {
  return text.split('\n').length;
}
