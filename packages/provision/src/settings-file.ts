import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { parseEnv } from 'node:util';
import type { Change } from './change.ts';
import { describeFileError, ProvisionError } from './errors.ts';

type Values = Record<string, string>;

/** By it we know our own files again: what somebody else wrote is never lost. */
const mark = 'Written by dm-kit';
const markKey = '//';

/** Whether the settings are a JSON file; otherwise they are environment variables. */
export function isJson(file: string): boolean {
  return file.endsWith('.json');
}

/** A settings file as it is. */
export interface Settings {
  /** None when there is no file. */
  values: Record<string, string | undefined>;
  /** Whether there is one that somebody else wrote. */
  isForeign: boolean;
}

/** @throws {ProvisionError} when the file cannot be read. */
export async function readSettings(file: string): Promise<Settings> {
  const text = await read(file);
  return { values: parse(file, text), isForeign: text !== '' && !isOurs(text) };
}

function parse(file: string, text: string): Settings['values'] {
  if (!isJson(file)) {
    return parseEnv(text);
  }
  try {
    return JSON.parse(text || '{}');
  } catch {
    return {};
  }
}

/**
 * Writes settings, readable by their owner alone. Other variables in the file stay. A file that we did not write is
 * copied beside it first: `.env.local.own`.
 * @param subject how the change calls it @throws {ProvisionError} when it cannot be written
 */
export async function writeSettings(
  file: string,
  values: Values,
  subject = `Settings ${file}`,
): Promise<Change> {
  const before = await read(file);
  const content = isJson(file) ? jsonContent(values) : envContent(values, before);
  if (before === content) {
    return { subject, action: 'none' };
  }
  const copy = before && !isOurs(before) ? await copyBeside(file) : undefined;
  await write(file, content);
  const detail = copy && `the file that was there is now ${basename(copy)}`;
  return { subject, action: before ? 'update' : 'create', ...(detail ? { detail } : {}) };
}

/** Settings in a file for as long as something runs. */
export interface LentSettings {
  change: Change;
  /** Puts back the file that was there before, if it was not ours. */
  restore(): Promise<void>;
}

/** Like {@link writeSettings}, for a while: somebody's own file comes back afterwards. */
export async function lendSettings(
  file: string,
  values: Values,
  subject = `Settings ${file}`,
): Promise<LentSettings> {
  const aside = `${file}.before-demo`;
  const before = await read(file);
  const isForeign = before !== '' && !isOurs(before);
  if (isForeign) {
    await attempt(aside, () => rename(file, aside));
  }
  const change = await writeSettings(file, values, subject).catch(async (error: unknown) => {
    if (isForeign) {
      await rename(aside, file);
    }
    throw error;
  });
  // One that was put aside by a run that could not put it back counts as well.
  const isAside = (await read(aside)) !== '';
  return {
    change: isAside
      ? { ...change, action: 'update', detail: `yours is ${basename(aside)} until the end` }
      : change,
    async restore() {
      if (isAside) {
        await attempt(file, () => rename(aside, file));
      }
    },
  };
}

function isOurs(content: string): boolean {
  return content.includes(mark);
}

function jsonContent(values: Values): string {
  return `${JSON.stringify({ [markKey]: mark, ...values }, null, 2)}\n`;
}

function envContent(values: Values, before: string): string {
  const own = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  const others = before
    .split('\n')
    .filter((line) => line && !line.includes(mark) && !isOf(values, line));
  return `${[`# ${mark}`, ...own, ...others].join('\n')}\n`;
}

function isOf(values: Values, line: string): boolean {
  const name = /^\s*(?:export\s+)?([\w.-]+)\s*=/.exec(line)?.[1];
  return name !== undefined && name in values;
}

async function copyBeside(file: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const copy = `${file}.own${number === 1 ? '' : number}`;
    const isTaken = await attempt(copy, async () => {
      try {
        await copyFile(file, copy, constants.COPYFILE_EXCL);
        return false;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
          return true;
        }
        throw error;
      }
    });
    if (!isTaken) {
      return copy;
    }
  }
}

/** Beside its place first: on a full disk, what was there stays. */
async function write(file: string, content: string): Promise<void> {
  const beside = `${file}.new`;
  await attempt(file, async () => {
    await createFolder(dirname(file));
    try {
      await writeFile(beside, content, { mode: 0o600 });
      await rename(beside, file);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  });
}

/** Not by `recursive`: below /proc, where nothing can be made, Node then tries for ever. */
async function createFolder(folder: string): Promise<void> {
  if (!existsSync(folder)) {
    await createFolder(dirname(folder));
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT'
        ? new ProvisionError(`The folder ${folder} cannot be made.`)
        : error;
    });
  }
}

function read(file: string): Promise<string> {
  return attempt(file, () =>
    readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') {
        return '';
      }
      throw error;
    }),
  );
}

/** Makes one sentence of what the file system refuses. */
async function attempt<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const sentence = describeFileError(error, file);
    throw sentence ? new ProvisionError(sentence) : error;
  }
}
