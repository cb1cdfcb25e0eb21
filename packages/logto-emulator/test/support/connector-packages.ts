import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Connector packages in a temporary folder, for the tests beside the loader. */
export interface TestPackages extends AsyncDisposable {
  /** The folder that holds the packages. */
  folder: string;
  /** Writes a package and gives its folder. What is not given makes a connector that loads. */
  add(options?: TestPackage): Promise<string>;
}

/** What a test wants of a package. */
export interface TestPackage {
  name?: string;
  dependencies?: Record<string, string>;
  /** The connector's `metadata.id`. */
  id?: string;
  /** Of `lib/index.js`; `false` for none. */
  code?: string | false;
  /** Further files by their path. */
  files?: Record<string, string>;
}

/** The code of a connector whose `sendMessage` has this body (`getConfig`, `data`, … are in scope). */
export function connectorCode(id: string, sendMessage = ''): string {
  return `
    import { ConnectorError, ConnectorErrorCodes, ConnectorType, validateConfig } from '@logto/connector-kit';
    import { z } from 'zod';
    const configGuard = z.object({ token: z.string() });
    export default async ({ getConfig, getI18nEmailTemplate }) => ({
      type: ConnectorType.Email,
      metadata: {
        id: '${id}', target: '${id}', platform: null, name: { en: 'Test' }, description: { en: 'Test' },
        logo: './logo.svg', logoDark: null, readme: './README.md',
      },
      configGuard,
      sendMessage: async (data, inputConfig) => { ${sendMessage} },
    });
  `;
}

/** Files of another copy of the kit, as far as `connectorCode` uses it, in the package's own folder. */
export const ownKit: Record<string, string> = {
  'node_modules/@logto/connector-kit/package.json': JSON.stringify({
    name: '@logto/connector-kit',
    version: '5.0.0',
    type: 'module',
    exports: './index.js',
  }),
  'node_modules/@logto/connector-kit/index.js': `
    export const ConnectorType = { Email: 'Email' };
    export const ConnectorErrorCodes = { General: 'general' };
    export class ConnectorError extends Error {
      constructor(code, data) { super(code); this.code = code; this.data = data; }
    }
    export const validateConfig = (config, guard) => guard.parse(config);
  `,
};

/** Makes an empty folder for packages; it goes when the test is over. */
export async function createTestPackages(): Promise<TestPackages> {
  const root = await mkdtemp(path.join(tmpdir(), 'logto-emulator-'));
  // Under this name, the test runner leaves imports to Node, as they are without it.
  const folder = path.join(root, 'node_modules');
  let count = 0;
  return {
    folder,
    async add({
      id = 'test',
      name = `connector-${id}`,
      dependencies = { '@logto/connector-kit': '^5.0.0' },
      code = connectorCode(id),
      files = {},
    } = {}) {
      count += 1;
      const target = path.join(folder, `package-${count}`);
      const all: Record<string, string> = {
        'package.json': JSON.stringify({ name, type: 'module', dependencies }),
        ...(code !== false && { 'lib/index.js': code }),
        ...files,
      };
      for (const [file, text] of Object.entries(all)) {
        await mkdir(path.dirname(path.join(target, file)), { recursive: true });
        await writeFile(path.join(target, file), text);
      }
      return target;
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}
