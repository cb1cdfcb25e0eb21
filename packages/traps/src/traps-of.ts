import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readRegions } from '@dm-kit/regions';

/** Something that production adds to a sample, and that can be taken out. */
export interface Trap {
  name: string;
  /** Its own files and folders, relative to the sample. */
  files: string[];
  /** The issue it comes from, by its address. */
  source?: string;
}

/** A region that carries others: without it, all of them are gone. */
const carriers = ['wiring'];

const notSources = new Set(['node_modules', 'dist', '.next', '.angular', 'reports']);

/** The text files of a sample, relative to it; nothing that is installed or built. */
export async function sourcesOf(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && !notSources.has(entry.name)) {
      const inside = await sourcesOf(join(folder, entry.name));
      found.push(...inside.map((path) => join(entry.name, path)));
    } else if (/\.(tsx?|html|css|mjs)$/.test(entry.name)) {
      found.push(entry.name);
    }
  }
  return found.sort();
}

/** What can be taken out of a sample, by the names of its hardening regions. */
export async function trapsOf(folder: string): Promise<Trap[]> {
  const sources = await sourcesOf(folder);
  const texts = new Map<string, string>();
  for (const path of sources) {
    texts.set(path, await readFile(join(folder, path), 'utf8'));
  }
  const names = new Set<string>();
  for (const text of texts.values()) {
    for (const { hardening, name } of readRegions(text).regions) {
      if (hardening && !carriers.includes(name)) {
        names.add(name);
      }
    }
  }
  return [...names].sort().map((name) => {
    const files = sources.filter((path) => belongsTo(path, name));
    const inRegions = [...texts.values()].map((text) => textOfRegions(text, name));
    const own = [...files.map((path) => texts.get(path) ?? ''), ...inRegions].join('\n');
    const [, source] = /@see (?:\{@link )?(https:\/\/[^\s}]+)/.exec(own) ?? [];
    return { name, files, ...(source && { source }) };
  });
}

function belongsTo(path: string, name: string): boolean {
  const [, inside] = path.split(/(?:^|[\\/])hardening[\\/]/);
  const [first = ''] = inside?.split(/[\\/]/) ?? [];
  return first === name || basename(first).startsWith(`${name}.`);
}

function textOfRegions(text: string, name: string): string {
  const lines = text.split('\n');
  return readRegions(text)
    .regions.filter((region) => region.hardening && region.name === name)
    .map(({ start, end }) => lines.slice(start, end - 1).join('\n'))
    .join('\n');
}
