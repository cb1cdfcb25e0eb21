import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AllConnector } from '@logto/connector-kit';

type Metadata = AllConnector['metadata'];

const imageTypes: Record<string, string> = { '.svg': 'image/svg+xml', '.png': 'image/png' };

/**
 * Replaces the files that a connector's metadata names by their content: logos become data URIs,
 * README and configuration template text. A file that is missing leaves the name as it is, as in Logto.
 *
 * @param folder the connector package's folder, which the names are relative to.
 */
export async function inlineMetadata(
  metadata: Metadata,
  folder: string,
  log: (line: string) => void,
): Promise<Metadata> {
  const { logo, logoDark, readme, configTemplate } = metadata;
  return {
    ...metadata,
    logo: await readImage(logo, folder, log),
    logoDark: logoDark && (await readImage(logoDark, folder, log)),
    readme: await readText(readme, folder),
    configTemplate: configTemplate && (await readText(configTemplate, folder)),
  };
}

async function readText(name: string, folder: string): Promise<string> {
  const file = path.join(folder, name);
  return name && existsSync(file) ? readFile(file, 'utf8') : name;
}

async function readImage(
  name: string,
  folder: string,
  log: (line: string) => void,
): Promise<string> {
  const file = path.join(folder, name);
  if (!name || name.startsWith('http') || !existsSync(file)) {
    return name;
  }
  const type = imageTypes[path.extname(file)];
  if (!type) {
    log(`[load-connector] ${file}: a logo is .svg or .png; leaving it out`);
    return '';
  }
  return `data:${type};base64,${(await readFile(file)).toString('base64')}`;
}
