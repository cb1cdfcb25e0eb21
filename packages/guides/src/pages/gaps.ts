import { quote } from '@dm-kit/regions';
import { frameworks } from '../framework.ts';
import type { Problem } from '../problem.ts';
import type { Repository } from '../repository.ts';
import { isServer, isStarter } from '../run/commands.ts';
import { type Chapter, readSteps, type Step } from '../run/steps.ts';
import { readEnvironment } from '../values/environment.ts';
import type { SnippetReference } from './snippet.ts';

/**
 * What a guide leaves out, without which its reader does not get to its end: a file of the sample's base, a command, a
 * setting of the Console, a value to fill in. A page without checkpoints is no guide.
 */
export function gapsOf(
  repository: Repository,
  file: string,
  text: string,
  quoted: SnippetReference[],
): Problem[] {
  const guide = frameworks.find((one) => file === `docs/en/${one.guide}.md`)?.guide;
  const steps = guide ? chaptersOf(text).flatMap((chapter) => chapter.steps) : [];
  if (!guide || !steps.some(({ kind }) => kind === 'checkpoint')) {
    return [];
  }
  const missing = [
    ...filesOf(repository, guide)
      .filter((path) => !quoted.some((one) => one.file === path))
      .map((path) => `shows no ${path}, which is a part of the sample's base`),
    ...missingSteps(steps),
    ...unfilled(steps, text),
  ];
  return missing.map((what) => ({ file, line: 1, message: `the guide ${what}` }));
}

function chaptersOf(text: string): Chapter[] {
  try {
    return readSteps(text);
  } catch {
    // A block that is no JSON; that is another check's to say.
    return [];
  }
}

/** The files of a sample that a guide has to show: all but tests, tools, and what production adds. */
function filesOf(repository: Repository, guide: string): string[] {
  const folders: Record<string, string> = {
    angular: 'apps/angular/src',
    nextjs: 'apps/nextjs',
    'nextjs-v4': 'docs/code/nextjs-v4',
  };
  const folder = folders[guide] ?? '';
  const isOther = /\/(hardening|test|testing|e2e)\/|\.(test|spec|d)\.tsx?$|^\/[\w.]+\.config\.ts$/;
  return repository
    .find(`${folder}/**/*.{ts,tsx}`)
    .filter((path) => !isOther.test(path.slice(folder.length)))
    .filter((path) => quote(repository.read(path) ?? ''));
}

function missingSteps(steps: Step[]): string[] {
  const commands = steps.flatMap((step) => (step.kind === 'command' ? step.command : []));
  const settings = steps.flatMap((step) => (step.kind === 'set' ? step : []));
  const isSet = (...labels: string[]) => settings.some(({ label }) => labels.includes(label));
  const wanted: [boolean, string][] = [
    [commands.some(isStarter), 'makes no project'],
    [commands.some((command) => /^npm install \S/.test(command)), 'installs nothing'],
    [commands.some(isServer), 'does not start the application'],
    [commands.includes('npm run build'), 'does not build the application'],
    [steps.some(holdsSettings), 'shows no file with the settings'],
    [isSet('spa', 'web'), 'does not say which type of application to create'],
    [isSet('redirectUris'), 'names no redirect URI'],
    [isSet('postLogoutRedirectUris'), 'names no post sign-out redirect URI'],
    [isSet('signUp') && isSet('signIn'), 'does not set the sign-in experience'],
    [steps.some(({ kind }) => kind === 'connector'), 'sets no connector up'],
  ];
  return wanted.flatMap(([isThere, what]) => (isThere ? [] : what));
}

/** Settings of a file that the page shows, and that no item says anything of. */
function unfilled(steps: Step[], text: string): string[] {
  return steps.flatMap((step) =>
    holdsSettings(step)
      ? namesIn(step.path, step.text)
          .filter((name) => !text.includes(`\n- \`${name}\``))
          .map((name) => `does not say what ${name} in ${step.path} is to be`)
      : [],
  );
}

function holdsSettings(step: Step): step is Extract<Step, { kind: 'file' }> {
  return step.kind === 'file' && /^\.env|\.json$/.test(step.path);
}

function namesIn(path: string, text: string): string[] {
  return Object.keys(path.endsWith('.json') ? JSON.parse(text) : readEnvironment(text));
}
