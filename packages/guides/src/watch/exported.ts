import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { ReaderError } from '../run/reader-error.ts';
import { Terminal } from '../run/terminal.ts';

/** Installs a version by itself, and looks. @returns the names that each of these modules exports; none when it is gone. */
export async function exportedBy(
  name: string,
  version: string,
  modules: string[],
): Promise<Map<string, Set<string>>> {
  const folder = await mkdtemp(join(tmpdir(), 'watch-'));
  try {
    const command = `npm install --prefix . --no-save --ignore-scripts --legacy-peer-deps ${name}@${version}`;
    const { code, output } = await new Terminal(folder).attempt(command);
    if (code !== 0) {
      throw new ReaderError(1, `${name}@${version} cannot be installed: ${output.slice(-300)}`);
    }
    return readExports(folder, modules);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What modules export, values and types, by what TypeScript finds from a folder. */
export function readExports(folder: string, modules: string[]): Map<string, Set<string>> {
  const file = join(folder, 'looks.ts');
  const text = modules.map((from, index) => `import * as m${index} from '${from}';`).join('\n');
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.getSourceFile = (path, target) =>
    path === file ? ts.createSourceFile(file, text, target, true) : getSourceFile(path, target);
  const program = ts.createProgram([file], options, host);
  const checker = program.getTypeChecker();
  const statements = program.getSourceFile(file)?.statements ?? [];
  return new Map(
    modules.map((from, index) => {
      const { moduleSpecifier } = statements[index] as ts.ImportDeclaration;
      const module = checker.getSymbolAtLocation(moduleSpecifier);
      return [from, new Set(module && checker.getExportsOfModule(module).map((one) => one.name))];
    }),
  );
}
