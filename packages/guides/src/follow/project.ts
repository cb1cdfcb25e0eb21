import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { samplesOf } from '../drift/samples.ts';
import type { Framework } from '../framework.ts';
import type { Block, PublishedDocument } from '../published/document.ts';
import type { Repository } from '../repository.ts';
import { ReaderError } from '../run/reader-error.ts';
import type { Terminal } from '../run/terminal.ts';
import { type Diagnostic, explain, readDiagnostics } from './compiler.ts';
import { fillIn, type ShownValues } from './fill-in.ts';
import { commandsOf, planOf } from './plan.ts';
import { withBlock } from './with-block.ts';

type OnStep = ((line: number, what: string) => void) | undefined;

/** The reader's project, as a page has it grow. */
export class Project {
  readonly #terminal: Terminal;
  readonly #repository: Repository;
  readonly #framework: Framework;
  readonly #values: ShownValues;
  /** Which blocks each file is made of. */
  readonly #origins = new Map<string, Block[]>();

  constructor(
    terminal: Terminal,
    repository: Repository,
    framework: Framework,
    values: ShownValues,
  ) {
    this.#terminal = terminal;
    this.#repository = repository;
    this.#framework = framework;
    this.#values = values;
  }

  /** Runs the page's commands and writes its files. @throws {ReaderError} */
  async apply(document: PublishedDocument, onStep?: OnStep): Promise<void> {
    // A project that the page itself makes has to be there before its files find their places.
    const commands = commandsOf(document);
    for (const { command, line } of commands) {
      onStep?.(line, command);
      await this.#install(command, line);
      // A page that has its reader enter it says so itself.
      if (!commands.some((one) => one.command.startsWith('cd '))) {
        this.#enterNewProject();
      }
    }
    let written = 0;
    for (const step of planOf(document, this.#framework, this.#files())) {
      if (step.kind === 'file') {
        onStep?.(step.line, step.path);
        await this.#write(step.path, step.block);
        written += 1;
      } else if (step.kind === 'skip') {
        onStep?.(step.line, `left out: ${step.why}`);
      }
    }
    if (written === 0) {
      throw new ReaderError(1, 'the page has no code for a reader to put into a project');
    }
  }

  /** Compiles it. @throws {ReaderError} about the first mistake of the page. */
  async compile({ blocks }: PublishedDocument): Promise<void> {
    const { code, output } = await this.#terminal.attempt(this.#framework.compile);
    const found = readDiagnostics(output)
      .map((diagnostic) => ({ diagnostic, line: this.#lineOf(diagnostic) }))
      .sort((a, b) => a.line - b.line);
    const [first] = found;
    if (first) {
      const { file, line } = first.diagnostic;
      const text = this.#textOf(file).split('\n')[line - 1]?.trim() ?? '';
      const says = explain(first.diagnostic, text, {
        blocks,
        installed: (name) => this.#installed(name),
        repository: this.#repository,
      });
      const more =
        found.length > 1 ? ` (the first of ${found.length} mistakes that the compiler finds)` : '';
      throw new ReaderError(first.line, `at \`${text}\` in ${file}: ${says}${more}`);
    }
    if (code !== 0) {
      throw new ReaderError(
        blocks.at(-1)?.line ?? 1,
        `the project does not compile: ${output.slice(-300)}`,
      );
    }
  }

  /** The line of the page that a diagnostic is about. */
  #lineOf({ file, line }: Diagnostic): number {
    const text = this.#textOf(file).split('\n')[line - 1]?.trim() ?? '';
    const blocks = this.#origins.get(file) ?? [...this.#origins.values()].flat();
    for (const block of blocks) {
      const index = block.code.split('\n').findIndex((one) => one.trim() === text);
      if (index >= 0) {
        return block.line + index;
      }
    }
    return blocks[0]?.line ?? 1;
  }

  async #install(command: string, line: number): Promise<void> {
    if (command.startsWith('cd ')) {
      await this.#terminal.run(command, line);
      return;
    }
    const { code, output } = await this.#terminal.attempt(command);
    const [, name, tag] = /No matching version found for (\S+)@(\w+)\b/.exec(output) ?? [];
    // Some registries serve versions, and not the tags of those to come.
    const known = samplesOf(this.#repository).flatMap(({ packages }) => packages[name ?? ''] ?? []);
    const version = known.find((one) => one.includes('-'));
    if (name && version && /^(next|beta|canary|rc)$/.test(tag ?? '')) {
      await this.#terminal.run(command.replace(`${name}@${tag}`, `${name}@${version}`), line);
    } else if (code !== 0) {
      throw new ReaderError(line, `\`${command}\` fails: ${reasonOf(output)}`);
    }
  }

  /** Into a project that a command has just made. */
  #enterNewProject(): void {
    const { folder } = this.#terminal;
    const made = existsSync(join(folder, 'package.json'))
      ? []
      : readdirSync(folder).filter((name) => existsSync(join(folder, name, 'package.json')));
    this.#terminal.folder = join(folder, made[0] ?? '');
  }

  #files(): string[] {
    const exclude = (name: string) => /^(node_modules|\.next|dist|\.angular)$/.test(name);
    return globSync(['**/*.{ts,tsx,js,jsx,mjs,html,json}', '.env*'], {
      cwd: this.#terminal.folder,
      exclude,
    }).sort();
  }

  async #write(path: string, block: Block): Promise<void> {
    const file = join(this.#terminal.folder, path);
    const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, withBlock(path, before, fillIn(block.code, this.#values)));
    this.#origins.set(path, [...(this.#origins.get(path) ?? []), block]);
  }

  #textOf(path: string): string {
    const file = join(this.#terminal.folder, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  #installed(name: string): string | undefined {
    const text = this.#textOf(`node_modules/${name}/package.json`);
    return text ? JSON.parse(text).version : undefined;
  }
}

function reasonOf(output: string): string {
  const line = /npm (?:error|ERR!) (?!code|A complete)(.*)/.exec(output)?.[1];
  return line ?? output.split('\n').slice(-3).join(' ');
}
