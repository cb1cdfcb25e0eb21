import type { PublishedDocument } from '../published/document.ts';
import { isHistory } from './check-names.ts';
import type { Claim } from './finding.ts';
import type { Sample } from './samples.ts';

/** Packages that the page installs, and versions that it names, against those of the samples. */
export function checkPackages(document: PublishedDocument, samples: Sample[]): Claim[] {
  const commands = [
    ...document.blocks.flatMap(({ code, line }) =>
      code.split('\n').map((text, i) => ({ text, line: line + i })),
    ),
    ...document.sentences.flatMap(({ text, line }) =>
      [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => ({ text: code, line })),
    ),
  ];
  const installs = commands.flatMap(({ text, line }) =>
    installedBy(text).map((spec) => ({ spec, line })),
  );
  return [
    ...unique(installs).flatMap(({ spec, line }) => checkInstall(spec, line, samples)),
    ...checkVersions(document, samples),
  ];
}

function installedBy(command: string): string[] {
  const [, rest] =
    /^\s*(?:\$\s*)?(?:npm (?:i|install)|pnpm (?:add|i)|yarn add|bun add)\s+(.+)$/.exec(command) ??
    [];
  return rest?.split(/\s+/).filter((word) => /^@?[\w-]/.test(word)) ?? [];
}

function unique(installs: { spec: string; line: number }[]) {
  return installs.filter(({ spec }, i) => installs.findIndex((other) => other.spec === spec) === i);
}

function checkInstall(spec: string, line: number, samples: Sample[]): Claim[] {
  const [, name = '', version] = /^(@?[^@]+)(?:@(.+))?$/.exec(spec) ?? [];
  const sample = samples.find(({ packages }) => name in packages);
  if (!sample) {
    const isOurs = samples.length > 0 && /logto|auth|oidc/.test(name);
    const truth = `no sample of this kit has ${name}`;
    return isOurs
      ? [{ line, kind: 'package', status: 'gone', claim: `install ${spec}`, truth }]
      : [];
  }
  const wanted = sample.packages[name] ?? '';
  const isExact = /^\d/.test(wanted);
  const ranges = samples.map(({ packages }) => packages[name]?.replace(/^[\^~]/, ''));
  const fits = version
    ? ranges.some((range) => range === version || range?.startsWith(`${version}.`))
    : !isExact;
  const truth = version
    ? `${sample.folder} has ${name} ${wanted}`
    : `this installs the newest; ${sample.folder} needs ${name} ${wanted} exactly`;
  return [
    {
      line,
      kind: 'package',
      status: fits ? 'same' : 'different',
      claim: `install ${spec}`,
      truth: fits ? '' : truth,
    },
  ];
}

const products: Record<string, string> = {
  Angular: '@angular/core',
  'Next.js': 'next',
  React: 'react',
  'Auth.js': 'next-auth',
  NextAuth: 'next-auth',
  'Next Auth': 'next-auth',
  'next-auth': 'next-auth',
  'angular-auth-oidc-client': 'angular-auth-oidc-client',
};

function checkVersions(document: PublishedDocument, samples: Sample[]): Claim[] {
  return document.sentences
    .filter(({ text }) => !isHistory(text))
    .flatMap(({ text, line }) =>
      [
        ...text.matchAll(
          /\b(Angular|Next\.js|React|Auth\.js|Next ?Auth|next-auth|angular-auth-oidc-client)`?\s+(?:version )?v?(\d+(?:\.\d+)*)\b/g,
        ),
      ].flatMap(([claim, product = '', version = '']): Claim[] => {
        const name = products[product] ?? product;
        const ranges = samples.flatMap(({ packages }) => packages[name] ?? []);
        if (ranges.length === 0) {
          return [];
        }
        const major = (range: string) => /\d+/.exec(range)?.[0];
        const fits = ranges.some((range) => major(range) === major(version));
        const truth = fits ? '' : `the sample has ${name} ${ranges.join(' and ')}`;
        return [{ line, kind: 'version', status: fits ? 'same' : 'different', claim, truth }];
      }),
    );
}
