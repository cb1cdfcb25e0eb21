import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formItems } from '../src/form-items.ts';
import { providerErrors } from '../src/provider-errors.ts';
import { packageFolder } from './packed.ts';

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  test('names every setting and every error, and what each error becomes', async () => {
    const lines = (await readFile(join(packageFolder, file), 'utf8')).split('\n');
    const row = (name: string) =>
      lines.find((line) => line.startsWith('|') && line.split('|')[1]?.includes(`\`${name}\``)) ??
      '';
    for (const { key } of formItems) {
      expect([key, row(key)]).toEqual([key, expect.stringMatching(/./)]);
    }
    for (const [name, { code }] of providerErrors) {
      expect([name, row(name)]).toEqual([name, expect.stringContaining(`\`${code}\``)]);
    }
  });
});
