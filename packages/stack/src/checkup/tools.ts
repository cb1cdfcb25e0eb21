import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchOptions } from '@dm-kit/chromium';
import { runToEnd } from '@dm-kit/processes';
import { containers } from '../docker/status.ts';
import { StackError } from '../errors.ts';
import { repositoryRoot } from '../paths.ts';
import { type Finding, fine, note, problem } from './finding.ts';

/** Angular takes no older one, and Logto runs on this major version only. */
const leastNode = [22, 22, 3] as const;

export function checkNode(version = process.versions.node): Finding {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor, wantedPatch] = leastNode;
  const suits =
    major === wantedMajor &&
    (minor > wantedMinor || (minor === wantedMinor && patch >= wantedPatch));
  return suits
    ? fine('Node', version)
    : problem(
        'Node',
        `${version}, and it takes ${leastNode.join('.')} or a later ${wantedMajor}`,
        'Run scripts by `npx -y pnpm@12.21.0 …`: that brings the right Node.',
      );
}

/** @param agent How a package manager introduces itself to the scripts that it runs: `pnpm/12.21.0 …`. */
export async function checkPnpm(agent = process.env.npm_config_user_agent ?? ''): Promise<Finding> {
  const manifest = JSON.parse(await readFile(join(repositoryRoot, 'package.json'), 'utf8'));
  const wanted: string = manifest.packageManager;
  const [used = ''] = agent.split(' ');
  if (used.replace('/', '@') === wanted) {
    return fine('pnpm', wanted.slice('pnpm@'.length));
  }
  const remedy = `Run scripts by \`npx -y ${wanted} …\`.`;
  return used.startsWith('pnpm/')
    ? problem(
        'pnpm',
        `${used.slice('pnpm/'.length)}, and the repository is made for ${wanted}`,
        remedy,
      )
    : note('pnpm', 'not run by pnpm, so its version is not known', remedy);
}

/** Docker is for `--logto docker` alone: without it, the emulator still runs. */
export async function checkDocker(): Promise<Finding> {
  try {
    const running = (await containers()).filter(({ state }) => state === 'running');
    return fine('Docker', running.length > 0 ? 'runs, and Logto in it' : 'runs');
  } catch (error) {
    if (!(error instanceof StackError)) {
      throw error;
    }
    const [detail = '', ...remedy] = error.message.split(': ');
    return note('Docker', `${detail} (needed by --logto docker only)`, remedy.join(': '));
  }
}

/** The browser of the end-to-end tests. */
export async function checkBrowser(): Promise<Finding> {
  const { executablePath, env } = await launchOptions();
  const install = 'Run `npx playwright install chromium`.';
  if (!executablePath) {
    return note('Browser', "Playwright's own; only e2e needs it", install);
  }
  const output: string[] = [];
  const ending = await runToEnd({
    command: [executablePath, '--version', '--no-sandbox'],
    env: Object.fromEntries(Object.entries(env ?? {}).flatMap(([k, v]) => (v ? [[k, v]] : []))),
    onLine: (line) => output.push(line),
  });
  const version = output.find((line) => /^Chromium|^HeadlessChrome|^Google/.test(line));
  return 'exitCode' in ending && ending.exitCode === 0
    ? fine('Browser', version?.trim() ?? 'starts')
    : problem('Browser', 'Chromium does not start', `It says: ${output.at(-1) ?? 'nothing'}`);
}
