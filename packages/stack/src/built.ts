import { existsSync } from 'node:fs';
import { StackError } from './errors.ts';

/** @throws {StackError} when a part has not been built, with the command that builds it. */
export function requireBuild(part: string, file: string): void {
  if (existsSync(file)) {
    return;
  }
  throw new StackError(`The ${part} is not built: run \`pnpm build\` first (\`pnpm demo\` does).`);
}
