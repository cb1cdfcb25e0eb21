import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Stranger } from './stranger.ts';

const { packages } = inject('release');
const programs = packages.flatMap(({ name, manifest }) =>
  Object.values((manifest.bin ?? {}) as Record<string, string>).map((file) =>
    join('node_modules', name, file),
  ),
);

let stranger: Stranger;
beforeAll(async () => {
  stranger = await Stranger.come();
  const nodes = ['18', '20', '24'].map((version) => `node-${version}@npm:node@${version}`);
  await stranger.install(...packages.map(({ name }) => name), ...nodes);
});
afterAll(() => stranger.leave());

function nodeOf(version: string): string {
  return join(stranger.folder, `node_modules/node-${version}/bin/node`);
}

test.each(['18', '20'])('is told in a sentence what Node %s lacks', async (version) => {
  for (const program of programs) {
    const { code, stdout, stderr } = await stranger.run(nodeOf(version), program);
    expect({ code, stdout, lines: stderr.trim().split('\n') }).toEqual({
      code: 1,
      stdout: '',
      lines: [expect.stringMatching(/needs Node 22\.\d+ or later\. This is Node \d+/)],
    });
  }
});

test('starts them in Node 24', async () => {
  for (const program of programs) {
    const { code } = await stranger.run(nodeOf('24'), program, '--help');
    expect(code).toBe(0);
  }
});
