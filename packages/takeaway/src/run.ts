// `pnpm takeaway [angular|nextjs …] [--node 24 …]`: publishes this repository's packages to a registry on this machine,
// takes each sample out of git into a folder outside the workspace, and does there what its README says.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeTakenPort, isFree, readCommandLine, refuse } from '@dm-kit/processes';
import { type Sample, samples } from '@dm-kit/samples';
import { startDemo } from './demo.ts';
import { installNode } from './install-node.ts';
import { startLocalRegistry } from './local-registry.ts';
import { run } from './run-command.ts';
import { signIn } from './sign-in.ts';
import { takeSample } from './take-sample.ts';

const help = `Takes the samples out of git, and does with each what its README says.

  pnpm takeaway [NAME …] [--node VERSION …]

  NAME    ${samples.map(({ name }) => name).join(', ')}; all unless told
  --node  a Node to do it on, by its version on npm; the one that runs this, and 24, unless told
`;
const { values, positionals } = readCommandLine(help, {
  options: { node: { type: 'string', multiple: true } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => !samples.some((sample) => sample.name === name));
if (unknown !== undefined) {
  refuse(`There is no sample "${unknown}"`);
}
const chosen = samples.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
await requireFreePorts();

// A space in the path: scripts that forget their quotes fail here.
const folder = await mkdtemp(join(tmpdir(), 'taken away-'));
const registry = await startLocalRegistry(folder);
try {
  console.log(`The packages are in the registry at ${registry.url}`);
  for (const node of values.node ?? [process.versions.node, '24']) {
    const path = await installNode(node, folder);
    for (const sample of chosen) {
      await take(sample, node, { ...registry.env, PATH: path });
    }
  }
} finally {
  await registry.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function take(sample: Sample, node: string, env: Record<string, string>): Promise<void> {
  const { name, application } = sample;
  const cwd = await takeSample(sample, join(folder, `${name} on ${node}`));
  const version = await run('node', ['--version'], { cwd, env });
  console.log(`${name} on Node ${version}, in ${cwd}`);
  const step = async (what: string, act: () => Promise<unknown>) => {
    const begin = performance.now();
    await act();
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(`  ${what.padEnd(32)}${seconds.padStart(6)} s`);
  };
  await step('npm ci', () => run('npm', ['ci'], { cwd, env }));
  await step('npm run build', () => run('npm', ['run', 'build'], { cwd, env }));
  await step('npm test', () => run('npm', ['test'], { cwd, env: { ...env, CI: 'true' } }));
  await step('npm run demo, a user signs in', async () => {
    const demo = await startDemo(application.url, { cwd, env });
    await signIn(application.url, demo.codeFor).finally(demo.stop);
  });
}

/** The demo has the ports that a reader's has. */
async function requireFreePorts(): Promise<void> {
  for (const port of [3001, 3010, ...chosen.map((sample) => sample.port)]) {
    if (!(await isFree(port))) {
      console.error(
        `takeaway: ${await describeTakenPort(port)}: stop the program that listens there.`,
      );
      process.exit(1);
    }
  }
}
