import { stripVTControlCharacters } from 'node:util';
import { type Sample, samplesOf } from '../drift/samples.ts';
import type { Block } from '../published/document.ts';
import type { Repository } from '../repository.ts';
import { exportsOf } from './file-of-block.ts';

/** Something that the compiler says of a file of the reader's. */
export interface Diagnostic {
  file: string;
  line: number;
  code: number;
  message: string;
}

/** What `tsc` and `ngc` print, in either of their forms. */
export function readDiagnostics(output: string): Diagnostic[] {
  const plain = stripVTControlCharacters(output);
  const pattern = /^([\w./[\]()@-]+?)[(:](\d+)[,:]\d+\)?(?: -|:) error (?:TS|NG)-?(\d+): (.+)$/gm;
  return [...plain.matchAll(pattern)].map(([, file = '', line, code, message = '']) => ({
    file,
    line: Number(line),
    code: Number(code),
    message,
  }));
}

interface Context {
  /** All code of the page. */
  blocks: Block[];
  /** Which version of a package the reader has. */
  installed: (name: string) => string | undefined;
  repository: Repository;
}

/** A diagnostic, of this line of code, as a sentence for a reader of the page; and what is right, where this kit knows it. */
export function explain({ code, message }: Diagnostic, source: string, context: Context): string {
  const [first = '', second = ''] = [...message.matchAll(/['"]+([^'"]+)['"]+/g)].map(
    ([, name = '']) => name,
  );
  switch (code) {
    case 2305:
    case 2724:
      return explainMissingExport(first, second, context);
    case 2307:
      return /^(\.|@\/)/.test(first)
        ? `\`${first}\` is imported, and the page says nowhere what is in it`
        : `\`${first}\` is imported, and no command of the page installs it`;
    case 2304:
    case 2552:
      return `\`${first}\` is used, and nothing imports it${today(first, context)}`;
    case 1192:
    case 2613:
      return explainMissingDefault(message, source, context);
    case 1308:
      return '`await` stands in a function that is not async';
    default:
      return `the compiler says: ${message}`;
  }
}

function explainMissingExport(from: string, name: string, context: Context): string {
  const version = context.installed(from);
  const what = `${from}${version ? ` ${version}, the version that a reader gets today,` : ''}`;
  const sample = sampleWith(name, from, context);
  const known = sample
    ? `; the last that this kit knows to have it is ${from} ${sample.packages[from]}`
    : '';
  return `${what} exports no \`${name}\`${known}`;
}

function explainMissingDefault(message: string, source: string, { blocks }: Context): string {
  const from = /from ['"]([^'"]+)['"]/.exec(source)?.[1] ?? 'the module';
  const name = /import \{ (\w+) \}/.exec(message)?.[1];
  const block = blocks.find(({ code }) => name && exportsOf(code).includes(name));
  const where = block ? `: the block of line ${block.line} exports it by name` : '';
  return `\`${from}\` has no default export${where}${name ? `, so it is \`import { ${name} }\`` : ''}`;
}

/** Where the samples import something from. */
function today(name: string, { repository }: Context): string {
  for (const { files } of samplesOf(repository)) {
    for (const text of files.values()) {
      const found = importPattern(name).exec(text);
      if (found) {
        return `: \`import { ${name} } from '${found[1]}'\``;
      }
    }
  }
  return '';
}

function sampleWith(name: string, from: string, { repository }: Context): Sample | undefined {
  return samplesOf(repository).find(
    ({ files, packages }) =>
      packages[from] &&
      [...files.values()].some((text) => importPattern(name).exec(text)?.[1] === from),
  );
}

function importPattern(name: string): RegExp {
  return new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '([^'.@][^']*|@[^/'][^']*)'`);
}
