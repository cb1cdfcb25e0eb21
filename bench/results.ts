import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import type { Row } from './row.ts';

const jsonFile = join(import.meta.dirname, 'results.json');
const readmeFile = join(import.meta.dirname, 'README.md');

interface Results {
  /** The day of the last measurement: `2026-11-24`. */
  date: string;
  machine: string;
  /** By subject, so that one can be measured again alone. */
  subjects: Record<string, Row[]>;
}

/** Keeps what was measured in `results.json`, and the table of all of it in the README. */
export function keep(measured: Record<string, Row[]>): void {
  const before: Results = JSON.parse(readFileSync(jsonFile, 'utf8'));
  const results: Results = {
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    subjects: { ...before.subjects, ...measured },
  };
  writeFileSync(jsonFile, `${JSON.stringify(results, null, 2)}\n`);
  const readme = readFileSync(readmeFile, 'utf8');
  const section = `<!-- results -->\n\n${describe(results)}\n\n<!-- end results -->`;
  writeFileSync(
    readmeFile,
    readme.replace(/<!-- results -->[\s\S]*<!-- end results -->/, () => section),
  );
}

/** By how much a ratio may be worse than the one that was kept before it is worth a question. */
const tolerance = 1.3;

/** What is worse beside its peer than when it was kept, as sentences. Ratios of one run say the same on any machine. */
export function regressions(measured: Record<string, Row[]>): string[] {
  const { subjects }: Results = JSON.parse(readFileSync(jsonFile, 'utf8'));
  return Object.entries(measured).flatMap(([subject, rows]) =>
    rows.flatMap((row) => {
      const before = ratio(
        subjects[subject]?.find(
          ({ what, peer }) => what === row.what && peer?.name === row.peer?.name,
        ),
      );
      const now = ratio(row);
      if (before === undefined || now === undefined) {
        return [];
      }
      // Of what is counted in a second, more is better.
      const isWorse = row.unit.endsWith('/s') ? before > now * tolerance : now > before * tolerance;
      return isWorse
        ? [
            `${row.what}: ${now.toFixed(2)} times ${row.peer?.name}, and ${before.toFixed(2)} before`,
          ]
        : [];
    }),
  );
}

function ratio(row: Row | undefined): number | undefined {
  return row?.peer && row.ours / row.peer.value;
}

/** The lines of a table in Markdown. */
export function table(rows: Row[]): string {
  return [
    '| What | Ours | Wanted | Peer | | Ours to peer |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(({ what, unit, ours, wanted = '', peer }) =>
      [
        '',
        what,
        `${number(ours)} ${unit}`,
        wanted,
        peer?.name ?? '',
        peer ? `${number(peer.value)} ${unit}` : '',
        peer ? (ours / peer.value).toFixed(2) : '',
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n');
}

function describe({ date, machine, subjects }: Results): string {
  return `Measured ${date} on ${machine}.\n\n${table(Object.values(subjects).flat())}`;
}

function machine(): string {
  const os = /PRETTY_NAME="(.*)"/.exec(read('/etc/os-release'))?.[1] ?? process.platform;
  const model = cpus()[0]?.model ?? process.arch;
  return `${availableParallelism()} cores (${model}), ${os}, Node ${process.versions.node}`;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function number(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 2 });
}
