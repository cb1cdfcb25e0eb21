import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ProvisionError } from './errors.ts';

/** What there is to know about an application, as `local.config.json` in its folder says it. */
export interface ApplicationConfig {
  /** As the Console shows it: `Angular sample`. */
  name: string;
  /** `spa`: runs in the browser, without a secret. `web`: has a server, and a secret there. */
  type: 'spa' | 'web';
  /** Where the browser finds the application: `http://localhost:4200`. */
  url: string;
  /** Absolute, or a path below `url`: `/callback`. */
  redirectUris: string[];
  /** Absolute, or a path below `url`; `/` unless told. */
  postLogoutRedirectUris: string[];
  settings?:
    | {
        /** From the application's folder: JSON when its name ends in `.json`, else environment variables. */
        file: string;
        /** Each setting by its name; `{endpoint}` and the like are filled in by `settingsValues`. */
        values: Record<string, string>;
      }
    | undefined;
  /** The command that starts the application, as one would type it: `npm start`. */
  start?: string | undefined;
}

const address = z
  .string()
  .url()
  .regex(/^https?:\/\//, 'It begins with http:// or https://');
const text = z.string().min(1);

const schema = z.strictObject({
  $schema: z.string().optional(),
  name: text,
  type: z.enum(['spa', 'web']),
  url: address,
  redirectUris: text.array().min(1),
  postLogoutRedirectUris: text.array().default(['/']),
  settings: z.strictObject({ file: text, values: z.record(z.string()) }).optional(),
  start: text.optional(),
});

/** Reads a configuration. @param source how a message calls it @throws {ProvisionError} naming the entry that is wrong. */
export function parseApplicationConfig(value: unknown, source: string): ApplicationConfig {
  const { success, data, error } = schema.safeParse(value);
  if (!success) {
    const [issue] = error.issues;
    const at = issue?.path.join('.');
    throw new ProvisionError(`${source}: ${at ? `"${at}": ` : ''}${issue?.message}.`);
  }
  const { $schema: _, ...config } = data;
  return config;
}

/** @throws {ProvisionError} when there is no such file, or when something in it is wrong. */
export async function readApplicationConfig(file: string): Promise<ApplicationConfig> {
  const content = await readFile(file, 'utf8').catch(({ code }: NodeJS.ErrnoException) => {
    throw new ProvisionError(
      code === 'ENOENT' ? `There is no ${file}.` : `${file} cannot be read (${code}).`,
    );
  });
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw new ProvisionError(`${file} is not JSON.`);
  }
  return parseApplicationConfig(value, file);
}
