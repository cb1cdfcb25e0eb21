import { resolve } from 'node:path';
import {
  type ApplicationConfig,
  isJson,
  lendSettings,
  type Placeholders,
  readSettings,
  settingsValues,
  writeSettings,
} from '@dm-kit/provision';
import { defaultValues } from './cli-options.ts';

/** Settings that an application has got. */
export interface HandedOut {
  /** What became of its settings file, for a person; nothing when it has none. */
  note: string | undefined;
  /** For the environment of the application. */
  env: Record<string, string>;
  /** Takes back what was only lent. */
  restore(): Promise<void>;
}

/**
 * Writes the application's settings where it reads them. What somebody else wrote there is not lost: variables are then
 * in the environment alone, which wins over such a file, and a JSON file stands aside until the end.
 */
export async function handOutSettings(
  { settings }: ApplicationConfig,
  placeholders: Placeholders,
): Promise<HandedOut> {
  const nothing = async () => {};
  const plain = settingsValues(defaultValues, placeholders);
  if (!settings) {
    return { note: undefined, env: plain, restore: nothing };
  }
  const file = resolve(settings.file);
  const before = await readSettings(file);
  const values = settingsValues(settings.values, placeholders, before.values);
  if (isJson(file)) {
    const { change, restore } = await lendSettings(file, values);
    const note = `${settings.file}${change.detail ? ` (${change.detail})` : ''}`;
    return { note, env: plain, restore };
  }
  if (before.isForeign) {
    const note = `in the environment; your ${settings.file} stays as it is`;
    return { note, env: values, restore: nothing };
  }
  await writeSettings(file, values);
  return { note: settings.file, env: values, restore: nothing };
}
