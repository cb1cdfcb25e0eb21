import ts from 'typescript';
import type { Repository } from '../repository.ts';

/** A name that code of this repository takes from a package. */
export interface Import {
  file: string;
  line: number;
  /** With the path behind the package's name: `next-auth/jwt`. */
  from: string;
  name: string;
}

/** Everything that the sources below a folder import from packages. */
export function importsOf(repository: Repository, folder: string): Import[] {
  const files = repository.find(`${folder}/**/*.{ts,tsx}`).filter((file) => !/\.d\.ts$/.test(file));
  return files.flatMap((file) => importsIn(file, repository.read(file) ?? ''));
}

function importsIn(file: string, text: string): Import[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement): Import[] => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) {
      return [];
    }
    const from = statement.moduleSpecifier.text;
    if (/^(\.|@\/|node:)/.test(from)) {
      return [];
    }
    const { name, namedBindings } = statement.importClause ?? {};
    const named =
      namedBindings && ts.isNamedImports(namedBindings)
        ? namedBindings.elements.map((one) => (one.propertyName ?? one.name).text)
        : [];
    const line = source.getLineAndCharacterOfPosition(statement.getStart()).line + 1;
    return [...(name ? ['default'] : []), ...named].map((one) => ({ file, line, from, name: one }));
  });
}

/** The package that a module is of. */
export function packageOf(from: string): string {
  return /^(@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from;
}
