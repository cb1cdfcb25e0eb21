import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, type Group, spawnGroup } from '@dm-kit/processes';
import {
  emulatedAccount,
  notesApi,
  provision,
  settingsValues,
  wantedApplication,
} from '@dm-kit/provision';
import { samples } from '@dm-kit/samples';
import { type Part, startSample } from '@dm-kit/stack';
import type { Entrance } from './visitor.ts';

/** Something that runs, keeps its address, and can be killed. */
export interface Killable {
  name: string;
  /** Kills it, without a word of warning where it is a process of ours. */
  kill(): Promise<void>;
  /** Resolves when it answers. */
  start(): Promise<void>;
}

/** Both emulators and both samples, each a process of its own but for the static files of the Angular sample. */
export interface Parts {
  killable: Killable[];
  logto: string;
  inbox: string;
  access: { endpoint: string; appId: string; appSecret: string };
  entrances: Entrance[];
  stop(): Promise<void>;
}

export const needs = [
  ...['connector-aliyun-dm', 'direct-mail-emulator', 'logto-emulator'].map(
    (name) => `@dm-kit/${name}`,
  ),
  ...['angular-sample', 'nextjs-sample'],
];

/** Starts everything on free ports. Logto's state is in a file. */
export async function startParts(): Promise<Parts> {
  const folder = await mkdtemp(join(tmpdir(), 'dm-kit-soak-'));
  const inboxPort = await freePort();
  const logtoPort = await freePort();
  const inbox = `http://localhost:${inboxPort}`;
  const endpoint = `http://localhost:${logtoPort}`;
  const directMail = program('Direct Mail emulator', `${inbox}/livez`, [
    cli('direct-mail-emulator'),
    ...['--port', String(inboxPort), '--requests-per-second', '100000', '--max-messages', '1000'],
  ]);
  const logto = program('Logto emulator', `${endpoint}/oidc/.well-known/openid-configuration`, [
    cli('logto-emulator'),
    ...['--port', String(logtoPort), '--seed', 'soak', '--data', join(folder, 'logto.jsonl')],
    ...[
      '--connector',
      dirname(dirname(fileURLToPath(import.meta.resolve('@dm-kit/connector-aliyun-dm')))),
    ],
  ]);
  await Promise.all([directMail.start(), logto.start()]);
  const access = { endpoint, ...(await logto.client()) };

  const urls = await Promise.all(
    samples.map(async ({ name }) => [name, `http://localhost:${await freePort()}`] as const),
  );
  const urlOf = Object.fromEntries(urls);
  const { registrations } = await provision({
    logto: access,
    directMail: { ...emulatedAccount, endpoint: inbox },
    applications: samples.map(({ name, application }) =>
      wantedApplication(name, application, urlOf[name]),
    ),
  });
  const running = samples.map((sample): Killable => {
    const url = urlOf[sample.name] ?? '';
    const registration = registrations[sample.name];
    if (!registration) {
      throw new Error(`nobody told Logto of ${sample.name}`);
    }
    const values = sample.application.settings?.values ?? {};
    const settings = settingsValues(values, { ...registration, url, inbox });
    let part: Part | undefined;
    return {
      name: sample.application.name,
      kill: async () => part?.stop(),
      async start() {
        part = await startSample(sample, { port: Number(new URL(url).port), settings });
      },
    };
  });
  await Promise.all(running.map((one) => one.start()));
  return {
    killable: [directMail, logto, ...running],
    logto: endpoint,
    inbox,
    access,
    entrances: [
      { kind: 'server', url: urlOf.nextjs ?? '' },
      {
        kind: 'page',
        url: urlOf.angular ?? '',
        logto: endpoint,
        appId: registrations.angular?.appId ?? '',
        resource: notesApi.indicator,
      },
    ],
    async stop() {
      await Promise.all([directMail, logto, ...running].map((one) => one.kill()));
      await rm(folder, { recursive: true });
    },
  };
}

/** Megabytes that each of our processes holds, by what it is. */
export function residentMegabytes(): Record<string, number> {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' });
  const processes = lines.split('\n').flatMap((line) => {
    const [, pid, parent, kilobytes, args = ''] =
      /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)/.exec(line) ?? [];
    return pid
      ? [{ pid: Number(pid), parent: Number(parent), kilobytes: Number(kilobytes), args }]
      : [];
  });
  const names = { logto: /logto-emulator/, 'direct mail': /direct-mail/, 'next.js': /next/ };
  return Object.fromEntries(
    Object.entries(names).map(([name, pattern]) => [
      name,
      Math.round(
        processes
          .filter(({ parent, args }) => parent === process.pid && pattern.test(args))
          .reduce((sum, { kilobytes }) => sum + kilobytes, 0) / 1024,
      ),
    ]),
  );
}

function cli(name: string): string {
  return fileURLToPath(new URL('./cli.js', import.meta.resolve(`@dm-kit/${name}`)));
}

function program(name: string, url: string, args: string[]) {
  let group: Group | undefined;
  let sayReady: (ready: { m2m: { appId: string; appSecret: string } }) => void = () => {};
  const ready = new Promise<Parameters<typeof sayReady>[0]>((resolve) => {
    sayReady = resolve;
  });
  return {
    name,
    kill: async () => group?.stop(0),
    async start() {
      group = spawnGroup({
        command: ['node', ...args, '--json'],
        onLine: (line) => line.startsWith('{') && sayReady(JSON.parse(line)),
      });
      while (
        !(await fetch(url).then(
          ({ ok }) => ok,
          () => false,
        ))
      ) {
        await delay(20);
      }
    },
    /** The machine-to-machine client that it named when it started. */
    client: async () => {
      const { appId, appSecret } = (await ready).m2m;
      return { appId, appSecret };
    },
  };
}
