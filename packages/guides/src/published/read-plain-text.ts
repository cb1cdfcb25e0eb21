import type { Block, PublishedDocument, Sentence } from './document.ts';
import { looksLike } from './looks-like.ts';

const begins =
  /^\s*(import\s.*from\s|import\s+['"{]|export\s+(default|const|function|async|class|\{)|(const|let)\s+[\w{[].*=|@Component\(|['"]use \w+['"]|(npm|npx|pnpm|yarn|git|cd|docker)\s+[\w@.-]+|[A-Z][A-Z0-9]*_[A-Z0-9_]+=|<\/?[a-zA-Z][\w-]*[\s>/(]|@if\s*\(|[{[]$)/;
const goesOn =
  /^\s*([})\]<]|\/\/|\.\.\.|\/?\*|(return|await|const|let|if|import|export)\b)|[{}()[\];,>]\s*$/;

/** The text of a page as a browser copies it: no fences, no indentation; what is code shows by its form. */
export function readPlainText(text: string): Omit<PublishedDocument, 'file'> {
  const blocks: Block[] = [];
  const sentences: Sentence[] = [];
  let current: { lines: string[]; line: number; depth: number } | undefined;

  const close = () => {
    if (current) {
      const code = current.lines.join('\n');
      blocks.push({
        code,
        lang: looksLike(code),
        title: undefined,
        line: current.line,
        order: current.line,
      });
      current = undefined;
    }
  };

  for (const [index, line] of text.split('\n').entries()) {
    const reads = /^[A-Z][a-z]+ [^<>={};]*$/.test(line);
    if (
      current &&
      !(reads && current.depth <= 0) &&
      (current.depth > 0 || goesOn.test(line) || isSetting(line, current.lines))
    ) {
      if (current.depth === 0 && startsAnother(line, current.lines)) {
        close();
      }
    } else {
      close();
    }
    if (current) {
      current.lines.push(line);
      current.depth += depthOf(line);
    } else if (begins.test(line) && !isProse(line)) {
      current = { lines: [line], line: index + 1, depth: depthOf(line) };
    } else if (line.trim()) {
      const kind = /^\s*[-*]\s/.test(line) ? 'item' : line.includes(' | ') ? 'row' : 'text';
      sentences.push({ text: line.trim(), line: index + 1, order: index + 1, kind });
    }
  }
  close();
  return { blocks, sentences: joined(sentences) };
}

/** A new import or command after code that was complete belongs to the next block. */
function startsAnother(line: string, before: string[]): boolean {
  const last = before.at(-1) ?? '';
  const isImport = /^\s*import\s/.test(line) && !/^\s*(import\s|['"]use|\/\/)/.test(last);
  const isCommand = /^\s*(npm|npx|pnpm|yarn)\s/.test(line);
  const afterSettings = isSetting(last, before) && !isSetting(line, before);
  const isTemplate = /^\s*</.test(line) && /[};]\s*$/.test(last);
  return isImport || isCommand || afterSettings || isTemplate;
}

function isSetting(line: string, before: string[]): boolean {
  return /^[A-Z][A-Z0-9]*_[A-Z0-9_]+=/.test(line) && /^[A-Z#]/.test(before[0] ?? '');
}

function isProse(line: string): boolean {
  return /[a-z] [a-z]+ [a-z]+.*[.:]$/.test(line) && !/[=;{}]/.test(line);
}

/** How many brackets this line leaves open; those in texts do not count. */
function depthOf(line: string): number {
  const bare = line.replace(/'[^']*'|"[^"]*"|`[^`]*`|\/\/.*$/g, '');
  const count = (pattern: RegExp) => bare.match(pattern)?.length ?? 0;
  return count(/[{([]/g) - count(/[})\]]/g);
}

/** Copying breaks a line before and after a name in code: joined again, with the name in backticks. */
function joined(sentences: Sentence[]): Sentence[] {
  const result: Sentence[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const last = result.at(-1);
    const previous = sentences[index - 1];
    const isPiece =
      last && previous?.line === sentence.line - 1 && /^([:.,(]|and|[a-z])/.test(sentence.text);
    if (isPiece && last.kind !== 'row' && sentence.kind === 'text') {
      last.text += ` ${sentence.text}`;
    } else {
      result.push({ ...sentence });
    }
  }
  return result;
}
