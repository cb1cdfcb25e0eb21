import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { errorsSection, type Language, readmes, withTables } from '../scripts/readme-tables.ts';
import { packageFolder } from './packed.ts';

describe.each(Object.entries(readmes) as [string, Language][])('%s', (file, language) => {
  test('has its tables as `pnpm readme` writes them', async () => {
    const readme = await readFile(join(packageFolder, file), 'utf8');
    expect(readme).toBe(withTables(readme, language));
  });

  test('has a remedy for every error', () => {
    expect(errorsSection(language)).not.toMatch(/\| *\|$/m);
  });

  test('a README without a place for them is told', () => {
    expect(() => withTables('# Nothing', language)).toThrow('no place for its settings');
  });
});
