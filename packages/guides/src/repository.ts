import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The languages of the pages; the first is the one that is written, the others translate it. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** The root of this repository. */
export const repositoryRoot = join(import.meta.dirname, '../../..');

/** A tree to read pages and code from: this repository, a copy of it, or a fixture. Each file is read once. */
export class Repository {
  readonly root: string;
  readonly #texts = new Map<string, string | undefined>();

  constructor(root = repositoryRoot) {
    this.root = root;
  }

  /** @returns `undefined` when there is no such file. */
  read(file: string): string | undefined {
    if (!this.#texts.has(file)) {
      const path = join(this.root, file);
      this.#texts.set(file, isFile(path) ? readFileSync(path, 'utf8') : undefined);
    }
    return this.#texts.get(file);
  }

  /** Whether there is a file or a folder of this name. */
  has(path: string): boolean {
    return this.#texts.get(path) !== undefined || existsSync(join(this.root, path));
  }

  /** Takes this text for the file from now on; nothing is written. */
  replace(file: string, text: string): void {
    this.#texts.set(file, text);
  }

  /** Files below the root, sorted, with slashes. */
  find(...patterns: string[]): string[] {
    const exclude = (name: string) => /(^|[/\\])(node_modules|dist|\.next|\.angular)$/.test(name);
    return globSync(patterns, { cwd: this.root, exclude })
      .map((file) => file.replaceAll(sep, '/'))
      .sort();
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The pages of a language, parts that pages include first. */
export function pagesOf(repository: Repository, language: Language): string[] {
  const parts = repository.find(`docs/${language}/parts/*.md`);
  return [...parts, ...repository.find(`docs/${language}/*.md`)];
}
