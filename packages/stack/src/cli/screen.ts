import { styleText } from 'node:util';
import type { Progress } from '../progress.ts';

type Output = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>;

/** Lines that stay and, on a terminal, below them one that says what is going on now. */
export class Screen {
  readonly #output: Output;
  readonly #showOutput: boolean;
  /** Whether a line can be taken away again. */
  readonly #erases: boolean;
  readonly #running = new Set<string>();

  /** @param showOutput Also show what the parts print. */
  constructor({
    output = process.stdout as Output,
    showOutput = false,
    terminal = process.env.TERM,
  } = {}) {
    this.#output = output;
    this.#erases = Boolean(output.isTTY) && terminal !== 'dumb';
    this.#showOutput = showOutput;
  }

  /** A line that stays. */
  line(text = ''): void {
    this.#clear();
    this.#output.write(`${text}\n`);
    this.#status();
  }

  show(progress: Progress): void {
    switch (progress.event) {
      case 'starting':
        this.#running.add(progress.name);
        this.#clear();
        this.#status();
        break;
      case 'ready':
        this.#running.delete(progress.name);
        this.line(ready(progress));
        break;
      case 'note':
        this.line(styleText('dim', `    ${progress.text}`));
        break;
      case 'output':
        if (this.#showOutput) {
          this.line(`${styleText('dim', `${progress.name}  `)}${progress.line}`);
        }
    }
  }

  /** Takes the passing line away: nothing is going on any more. */
  end(): void {
    this.#clear();
    this.#running.clear();
  }

  #status(): void {
    if (!this.#erases || this.#running.size === 0) {
      return;
    }
    const text = `  … ${[...this.#running].join(', ')}`;
    // A line that wraps could not be taken away again.
    this.#output.write(styleText('dim', text.slice(0, (this.#output.columns || 80) - 1)));
  }

  #clear(): void {
    if (this.#erases) {
      this.#output.write('\r\x1b[2K');
    }
  }
}

function ready({ name, url = '', seconds }: Extract<Progress, { event: 'ready' }>): string {
  const time = styleText('dim', `${seconds.toFixed(1)} s`);
  return `  ${styleText('green', '✔')} ${name.padEnd(34)}${url.padEnd(24)}${time}`;
}
