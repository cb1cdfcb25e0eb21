import type { Framework } from '../framework.ts';
import type { Block, PublishedDocument } from '../published/document.ts';
import { isStarter } from '../run/commands.ts';
import { FileFinder } from './file-of-block.ts';

/** Something that a published page has its reader do with the project. */
export type PageStep = { line: number } & (
  | { kind: 'command'; command: string }
  | { kind: 'file'; path: string; block: Block }
  | { kind: 'connector'; config: Record<string, unknown> }
  /** A block that the reader has no use for, and why. */
  | { kind: 'skip'; why: string }
);

/** The commands of a page that make a project and install packages, each once: alternatives repeat them. */
export function commandsOf({ blocks }: PublishedDocument): { command: string; line: number }[] {
  const commands = blocks
    .filter(isShell)
    .flatMap(({ code, line }) =>
      code.split('\n').map((text, index) => ({ command: withNpm(text), line: line + index })),
    );
  return commands.filter(
    ({ command }, index) =>
      (/^(npm install |cd |npx auth secret)/.test(command) || isStarter(command)) &&
      commands.findIndex((other) => other.command === command) === index,
  );
}

/** What a reader whose project has these files does, from the top of the page to its end. */
export function planOf(
  document: PublishedDocument,
  framework: Framework,
  project: string[],
): PageStep[] {
  const finder = new FileFinder(document, framework, project);
  const steps = document.blocks.flatMap((block): PageStep[] => {
    const { line, code } = block;
    if (isShell(block)) {
      return [];
    }
    const config = block.lang === 'json' ? readJson(code) : {};
    if ('accessKeyId' in config) {
      return [{ line, kind: 'connector', config }];
    }
    if (isOtherVariant(code, framework)) {
      return [{ line, kind: 'skip', why: 'it is for the other version of Auth.js' }];
    }
    if (
      !/^(tsx?|typescript|jsx?|javascript|html|angular-html|angular-ts|env|dotenv|json|sh)$/.test(
        block.lang,
      )
    ) {
      return [];
    }
    const path = finder.fileOf(block);
    return path
      ? [{ line, kind: 'file', path, block }]
      : [{ line, kind: 'skip', why: 'the page does not say where it belongs' }];
  });
  const commands = commandsOf(document).map((one) => ({ ...one, kind: 'command' as const }));
  return [...steps, ...commands].sort((a, b) => a.line - b.line);
}

function isShell({ lang, title }: Block): boolean {
  return !title && /^(sh|bash|shell|console|zsh)$/.test(lang);
}

/** The same for npm, which is what everybody has. */
function withNpm(command: string): string {
  return command
    .replace(/^\s*\$?\s*/, '')
    .replace(/\s+#.*$/, '')
    .replace(/^(pnpm add|yarn add|bun add|npm i|pnpm i(nstall)?)(?= )/, 'npm install')
    .replace(/^(pnpm dlx|yarn dlx|bunx|pnpx)(?= )/, 'npx -y')
    .trim();
}

/** Pages show Auth.js 5 and Next Auth 4 side by side, in tabs; a reader follows one of them. */
function isOtherVariant(code: string, { guide }: Framework): boolean {
  const isNewer = /\bhandlers\b|import \{[^}]*\} from '@\/auth'/.test(code);
  const isOlder = /wellKnown:|NextAuthOptions|getServerSession|\bas GET\b/.test(code);
  return guide === 'nextjs'
    ? isOlder && !isNewer
    : guide === 'nextjs-v4' && /\bhandlers\b/.test(code);
}

function readJson(code: string): Record<string, unknown> {
  try {
    return JSON.parse(code);
  } catch {
    return {};
  }
}
