import { join } from 'node:path';
import ts from 'typescript';
import type { Block, PublishedDocument } from '../published/document.ts';
import type { Repository } from '../repository.ts';
import type { Claim } from './finding.ts';
import type { Sample } from './samples.ts';

/** Compiles the blocks of a page as one project against the packages that the samples have today. */
export function checkCode(
  document: PublishedDocument,
  samples: Sample[],
  repository: Repository,
): Claim[] {
  const blocks = document.blocks.filter(({ lang }) =>
    /^(tsx?|typescript|jsx?|javascript)$/.test(lang),
  );
  if (blocks.length === 0 || samples.length === 0) {
    return [];
  }
  const bySample = samples.map((sample) => diagnose(blocks, sample, repository));
  // A page may be about two of them: each block is held against the one that it fits best.
  return blocks.flatMap((_block, index) => {
    const claims = bySample.map((diagnosed) => diagnosed[index] ?? []);
    return claims.sort((a, b) => a.length - b.length)[0] ?? [];
  });
}

/** What the compiler says of each block. */
function diagnose(blocks: Block[], sample: Sample, { root }: Repository): Claim[][] {
  const folder = join(root, sample.folder, sample.name === 'angular' ? 'src/app' : '', 'published');
  const names = fileNames(blocks);
  const texts = new Map(
    names.map((name, index) => [join(folder, name), blocks[index]?.code ?? '']),
  );
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    strict: true,
    noImplicitAny: false,
    noEmit: true,
    skipLibCheck: true,
    experimentalDecorators: true,
    types: [],
    paths: { '@/*': [join(folder, '*'), join(root, sample.folder, '*')] },
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.directoryExists = () => true;
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  host.getSourceFile = (file, target) => {
    const text = texts.get(file);
    return text === undefined
      ? getSourceFile(file, target)
      : ts.createSourceFile(file, text, target);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return names.map((name, index) => {
    const source = program.getSourceFile(join(folder, name));
    const found = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ];
    return unique(found.flatMap((one) => claimOf(one, blocks[index] as Block, sample)));
  });
}

const meaning: Record<number, { status: Claim['status']; says: (text: string) => string }> = {
  2304: { status: 'different', says: (text) => `${quoted(text)} is used and not imported` },
  2552: { status: 'different', says: (text) => `${quoted(text)} is used and not imported` },
  2305: { status: 'gone', says: (text) => `${text}` },
  2724: { status: 'gone', says: (text) => text },
  2613: { status: 'different', says: (text) => `${text.split('. ')[0]}: it is a named export` },
  2614: { status: 'different', says: (text) => text },
  1192: { status: 'different', says: (text) => `${text}: it is a named export` },
  1308: { status: 'different', says: () => '`await` in a function that is not async' },
  2420: { status: 'different', says: (text) => text },
  2353: { status: 'gone', says: (text) => text },
  2339: { status: 'gone', says: (text) => text },
  2345: { status: 'different', says: (text) => text },
  2322: { status: 'different', says: (text) => text },
  2769: { status: 'different', says: (text) => text.split('\n')[0] ?? text },
};

function claimOf(diagnostic: ts.Diagnostic, block: Block, sample: Sample): Claim[] {
  const { code, file, start = 0 } = diagnostic;
  const text = ts
    .flattenDiagnosticMessageText(diagnostic.messageText, '\n')
    .replaceAll(/"[^"]*published\//g, '"');
  const line = block.line + (file?.getLineAndCharacterOfPosition(start).line ?? 0);
  const isPackage = code === 2307 && !/module '(\.|@\/)/.test(text);
  const known = isPackage
    ? { status: 'gone' as const, says: (message: string) => `${message.split(' or ')[0]}` }
    : meaning[code];
  const isElision = /\.\.\.(?!\w)/.test(block.code) && code < 2000 && code !== 1308;
  if (!known || isElision) {
    return code < 2000 && !isElision && code !== 1192
      ? [{ line, kind: 'code', status: 'different', claim: lineOf(diagnostic), truth: text }]
      : [];
  }
  const truth = `${known.says(text)} (TS${code}, ${sample.name})`;
  return [{ line, kind: 'code', status: known.status, claim: lineOf(diagnostic), truth }];
}

function lineOf({ file, start = 0 }: ts.Diagnostic): string {
  const { line } = file?.getLineAndCharacterOfPosition(start) ?? { line: 0 };
  return file?.text.split('\n')[line]?.trim() ?? '';
}

function quoted(text: string): string {
  return /'([^']+)'/.exec(text)?.[1] ?? text;
}

function unique(claims: Claim[]): Claim[] {
  return claims.filter(
    ({ truth }, index) => claims.findIndex((other) => other.truth === truth) === index,
  );
}

/** Which file each block is: as the page says, or as the other blocks import it. */
function fileNames(blocks: Block[]): string[] {
  const wanted = blocks.flatMap(({ code }) =>
    [...code.matchAll(/import\s+(.+?)\s+from\s+['"](?:@\/|\.{1,2}\/)+([^'"]+)['"]/g)].map(
      ([, names = '', path = '']) => ({ names: names.match(/\w+/g) ?? [], path }),
    ),
  );
  const taken = new Set<string>();
  return blocks.map(({ code, title, lang }, index) => {
    const exported = [
      ...code.matchAll(
        /export\s+(?:default\s+)?(?:async\s+)?(?:function|const|class)\s+(?:\{([^}]*)\}|(\w+))/g,
      ),
    ].flatMap(([, several, one]) => several?.match(/\w+/g) ?? one ?? []);
    const match = wanted.find(({ names }) => names.every((name) => exported.includes(name)));
    const extension = /tsx|jsx/.test(lang) || /<\/\w/.test(code) ? 'tsx' : 'ts';
    const plain = title?.replace(/^\.?\//, '').replace(/\.(jsx?|mjs)$/, `.${extension}`);
    const name =
      plain ?? (match ? `${match.path}.${extension}` : `block-${index + 1}.${extension}`);
    const free = taken.has(name) ? `again-${index}/${name}` : name;
    taken.add(free);
    return free;
  });
}
