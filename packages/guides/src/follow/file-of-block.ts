import { join } from 'node:path/posix';
import type { Framework } from '../framework.ts';
import type { Block, PublishedDocument } from '../published/document.ts';

/** A file name in a sentence or above a block; `Auth.js` and the like are no files. */
const fileName =
  /(?<![\w@:-])(?!(?:Auth|Next|Node|Vue|React)\.js\b)(?:[\w.[\]()-]+\/)*[\w[\]-][\w.[\]-]*\.(?:tsx?|jsx?|mjs|html|json)(?!\w)|(?<!\w)\.env[.\w]*/g;

/** Finds the file that a block is, as a reader does: by its title, by who imports it, by the sentence above, by its form. */
export class FileFinder {
  readonly #document: PublishedDocument;
  readonly #framework: Framework;
  readonly #project: string[];

  /** @param project paths of the files that the reader has already. */
  constructor(document: PublishedDocument, framework: Framework, project: string[]) {
    this.#document = document;
    this.#framework = framework;
    this.#project = project;
  }

  /** @returns `undefined` where the page says it in no way. */
  fileOf(block: Block): string | undefined {
    const caption = this.#caption(block);
    if (block.lang === 'json') {
      const named = block.title ?? caption.find((name) => name.endsWith('.json'));
      // Pages show a few lines of these, and mean them to be added.
      const isTool = /^(package|tsconfig|angular)\b/.test(named ?? '');
      return named && !isTool ? this.#inProject(named) : undefined;
    }
    const isClear = block.title !== undefined || caption.length === 1;
    const imported = isClear ? undefined : this.#asImported(block);
    const named = block.title ?? imported ?? caption.at(-1) ?? this.#asItLooks(block);
    return named === undefined || named === imported ? named : this.#inProject(named);
  }

  /** The path in the reader's project; one that today has another name gets that. */
  #inProject(named: string): string {
    const name = named.replace(/^\.?\//, '');
    const known = (wanted: string) =>
      this.#project.find((path) => path === wanted || path.endsWith(`/${wanted}`));
    // From Angular 20 on, the CLI leaves `.component` out.
    const there = known(name) ?? known(name.replace('.component.', '.'));
    if (there) {
      return there;
    }
    const hasSource = this.#project.some((path) => path.startsWith('src/'));
    if (!name.includes('/')) {
      return this.#framework.folder + name;
    }
    return hasSource ? name.replace(/^app\//, 'src/app/') : name.replace(/^src\//, '');
  }

  /** The files that the last sentence with any names, of those between the block before and this one. */
  #caption(block: Block): string[] {
    const { blocks, sentences } = this.#document;
    const before = Math.max(0, ...blocks.map(({ order }) => order).filter((o) => o < block.order));
    const between = sentences.filter(({ order }) => order > before && order < block.order);
    const named = between
      .slice(-3)
      .map(({ text }) =>
        (text.match(fileName) ?? []).filter((name) => isHtml(block) === name.endsWith('.html')),
      );
    return [...new Set(named.findLast((names) => names.length > 0))];
  }

  /** As another block of the page imports it. */
  #asImported(block: Block): string | undefined {
    const names = exportsOf(block.code);
    for (const other of this.#document.blocks) {
      for (const { imported, from } of localImports(other.code)) {
        if (other === block || !imported.some((name) => names.includes(name))) {
          continue;
        }
        const isTsx = this.#framework.guide !== 'angular' && /<\/?[A-Za-z]/.test(block.code);
        const extension = isTsx ? 'tsx' : 'ts';
        const file = `${from.replace(/^@\//, '').replace(/\.[jt]sx?$/, '')}.${extension}`;
        const importer = from.startsWith('.') ? this.fileOf(other) : '';
        if (importer !== undefined) {
          const path = join(importer, '..', file);
          return from.startsWith('.') ? path : this.#inProject(file);
        }
      }
    }
    return undefined;
  }

  #asItLooks({ code, lang }: Block): string | undefined {
    const looks: [RegExp, string][] =
      this.#framework.guide === 'angular'
        ? [
            [/\bbootstrapApplication\(/, 'src/main.ts'],
            [/\bappConfig\b/, 'app.config.ts'],
            [/\bconst routes\b/, 'app.routes.ts'],
            [/\bclass App(Component)?\b/, 'app.ts'],
          ]
        : [
            [/\bas GET\b|\bGET, POST\b/, 'app/api/auth/[...nextauth]/route.ts'],
            [/\bas proxy\b/, 'proxy.ts'],
            [/\bas middleware\b/, 'middleware.ts'],
            [/\bNextAuth\(/, 'auth.ts'],
            [/export default (async )?function (Home|Page)\b/, 'app/page.tsx'],
            [/export default (async )?function (Root)?Layout\b/, 'app/layout.tsx'],
          ];
    if (lang === 'env') {
      return '.env.local';
    }
    if (lang === 'html') {
      return this.#framework.guide === 'angular' ? 'app.html' : undefined;
    }
    return looks.find(([pattern]) => pattern.test(code))?.[1];
  }
}

function isHtml({ lang }: Block): boolean {
  return /^(html|angular)/.test(lang);
}

export function exportsOf(code: string): string[] {
  const pattern =
    /export\s+(?:default\s+)?(?:async\s+)?(?:function|const|class)\s+(?:\{([^}]*)\}|(\w+))/g;
  return [...code.matchAll(pattern)].flatMap(
    ([, several, one]) => several?.match(/\w+/g) ?? one ?? [],
  );
}

function localImports(code: string): { imported: string[]; from: string }[] {
  const pattern = /(?:im|ex)port\s+([^;'"]+?)\s+from\s+['"]((?:@\/|\.{1,2}\/)[^'"]+)['"]/g;
  return [...code.matchAll(pattern)].map(([, names = '', from = '']) => ({
    imported: names.match(/\w+/g) ?? [],
    from,
  }));
}
