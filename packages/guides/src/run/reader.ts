import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isServer, makesProject } from './commands.ts';
import { Console } from './console.ts';
import { ReaderError } from './reader-error.ts';
import type { Step } from './steps.ts';
import type { Surroundings } from './surroundings.ts';
import type { Terminal } from './terminal.ts';
import type { Visitor } from './visitor.ts';

/** Somebody who does what a guide says, step by step, with a terminal, the Console and a browser. */
export class Reader {
  readonly #surroundings: Surroundings;
  readonly #terminal: Terminal;
  readonly #visitor: Visitor;
  readonly #console: Console;
  readonly #home: string;
  #lastFile: string | undefined;
  readonly #prepared: boolean;
  #signIns = 0;

  constructor(
    surroundings: Surroundings,
    terminal: Terminal,
    visitor: Visitor,
    home: string,
    prepared: boolean,
  ) {
    this.#surroundings = surroundings;
    this.#terminal = terminal;
    this.#visitor = visitor;
    this.#home = home;
    this.#prepared = prepared;
    this.#console = new Console(surroundings.access);
  }

  get hasSignedInTwice(): boolean {
    return this.#signIns >= 2;
  }

  async follow(step: Step): Promise<void> {
    const { line } = step;
    switch (step.kind) {
      case 'command':
        return this.#runCommand(step.command, line);
      case 'file': {
        this.#lastFile = join(this.#terminal.folder, step.path);
        await mkdir(dirname(this.#lastFile), { recursive: true });
        return writeFile(this.#lastFile, step.text);
      }
      case 'connector': {
        const config = { ...step.config, ...this.#surroundings.account };
        return this.#console.addConnector(config, line);
      }
      case 'set':
        return this.#console.set(step);
      case 'fill':
        return this.#fill(step);
      case 'checkpoint':
        await this.#console.save();
        return this.#check(step);
    }
  }

  async #runCommand(command: string, line: number): Promise<void> {
    if (isServer(command)) {
      return this.#terminal.serve(
        `${command} -- --port ${this.#surroundings.port}`,
        this.#home,
        line,
      );
    }
    if (!this.#prepared || !makesProject(command) || command.startsWith('cd ')) {
      await this.#terminal.run(command, line);
    }
  }

  async #fill({ name, from, line }: Extract<Step, { kind: 'fill' }>): Promise<void> {
    const value =
      typeof from === 'string'
        ? await this.#console.read(from, line)
        : await this.#terminal.run(from.command, line);
    if (!this.#lastFile || !existsSync(this.#lastFile)) {
      throw new ReaderError(line, `the page has not said in which file ${name} is`);
    }
    const before = await readFile(this.#lastFile, 'utf8');
    const pattern = this.#lastFile.endsWith('.json')
      ? new RegExp(`("${name}":\\s*)"[^"]*"`)
      : new RegExp(`^(${name}=)().*$`, 'm');
    if (!pattern.test(before)) {
      throw new ReaderError(line, `there is no ${name} in the file that the page has shown`);
    }
    const quoted = this.#lastFile.endsWith('.json') ? JSON.stringify(value) : value;
    await writeFile(
      this.#lastFile,
      before.replace(pattern, (_all, start) => start + quoted),
    );
  }

  async #check({
    actions,
    sees,
    line,
    says,
  }: Extract<Step, { kind: 'checkpoint' }>): Promise<void> {
    for (const action of actions) {
      if (action === 'registered') {
        await this.#console.expectApplication(line);
        continue;
      }
      try {
        await this.#visitor.act(action, sees, line);
      } catch (error) {
        if (error instanceof ReaderError) {
          throw new ReaderError(line, `${says} But at "${action}" ${error.message}`);
        }
        const why = (error as Error).message.split('\n')[0];
        const where = await this.#visitor.where();
        throw new ReaderError(
          line,
          `${says} But at "${action}" ${why}; ${where}\n${this.#terminal.printed()}`,
        );
      }
      this.#signIns += ['register', 'sign in'].includes(action) ? 1 : 0;
    }
    this.#visitor.expectNoErrors(line);
  }
}
