import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ProvisionError } from './errors.ts';

const address = z
  .string()
  .url()
  .regex(/^https?:\/\//, 'it must begin with http:// or https://');

const schema = z.strictObject({
  $schema: z.string().optional(),
  /** As the Console shows it: `Angular sample`. */
  name: z.string().min(1),
  /** `spa`: runs in the browser, without a secret. `web`: has a server, and a secret there. */
  type: z.enum(['spa', 'web']),
  /** Where the browser finds the application: `http://localhost:4200`. */
  url: address,
  /** Absolute, or a path below `url`: `/callback`. */
  redirectUris: z.array(z.string().min(1)).min(1),
  /** Absolute, or a path below `url`. */
  postLogoutRedirectUris: z.array(z.string().min(1)).default(['/']),
  settings: z
    .strictObject({
      /** From the application's folder; a JSON file by its name (`public/logto.json`), else one of environment variables. */
      file: z.string().min(1),
      /** Name and value of each setting; `{endpoint}` and the like are filled in: see `settings-values.ts`. */
      values: z.record(z.string()),
    })
    .optional(),
  /** The command that starts the application, as one would type it: `npm start`. */
  start: z.string().min(1).optional(),
});

/** What there is to know about an application, as `local.config.json` in its folder says it. */
export type ApplicationConfig = Omit<z.output<typeof schema>, '$schema'>;

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
  const text = await readFile(file, 'utf8').catch(({ code }: NodeJS.ErrnoException) => {
    throw new ProvisionError(
      code === 'ENOENT' ? `There is no ${file}.` : `${file} cannot be read (${code}).`,
    );
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProvisionError(`${file} is not JSON.`);
  }
  return parseApplicationConfig(value, file);
}
