import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from '../median.ts';
import type { Subject } from '../row.ts';
import { makeCertificate } from './certificate.ts';
import { type Contender, contenders } from './contenders.ts';
import type { Figures } from './measure.ts';
import { packageFigures } from './package-figures.ts';

const rounds = 5;
const sends = 5000;

const titles: Record<Contender, string> = {
  'dm-kit': '@dm-kit/connector-aliyun-dm',
  official: '@logto/connector-aliyun-dm',
  sdk: '@alicloud/dm20151123',
  bare: 'node:https, bare POST',
};

async function measure(name: Contender, port: number, certificate: string): Promise<Figures> {
  const script = join(import.meta.dirname, 'measure.ts');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [script, name, String(port), String(sends)],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate } },
  );
  return JSON.parse(stdout);
}

/** All contenders in turn, several times over, so that what disturbs the machine disturbs each. */
async function measureSends() {
  const folder = await mkdtemp(join(tmpdir(), 'bench-connector-'));
  const { key, certificate, file } = await makeCertificate(folder);
  const server = fork(join(import.meta.dirname, 'server.ts'), {
    env: { ...process.env, TLS_KEY: key, TLS_CERT: certificate },
  });
  const [port] = await once(server, 'message');
  const all = new Map<Contender, Figures[]>(contenders.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, figures] of all) {
      figures.push(await measure(name, port, file));
    }
  }
  server.disconnect();
  await rm(folder, { recursive: true });
  return all;
}

/** The connector beside the official one, the vendor's SDK and a bare post. */
export const subject: Subject = {
  needs: ['@dm-kit/connector-aliyun-dm'],
  async measure() {
    const measured = await measureSends();
    const middle = (name: Contender, key: keyof Figures) =>
      median((measured.get(name) ?? []).map((one) => one[key]));
    const row = (what: string, unit: string, key: keyof Figures, name: Contender, factor = 1) => ({
      what,
      unit,
      ours: middle('dm-kit', key) * factor,
      peer: { name: titles[name], value: middle(name, key) * factor },
    });
    const peers = ['official', 'sdk', 'bare'] as const;
    const [own, ...others] = await packageFigures(
      [titles['dm-kit'], titles.official, titles.sdk],
      9,
    );
    return [
      ...peers.map((name) => row('Mails sent, 32 at once', '/s', 'sendsPerSecond', name)),
      ...peers.map((name) => row('Processor time of a mail', 'µs', 'cpuPerSend', name)),
      row('One mail, nothing else going on', 'ms', 'oneSend', 'official'),
      ...others.flatMap(({ name, importTime, kilobytes }) => [
        {
          what: 'Loading the package',
          unit: 'ms',
          ours: own?.importTime ?? Number.NaN,
          peer: { name, value: importTime },
        },
        {
          what: 'Packed package',
          unit: 'kB',
          ours: own?.kilobytes ?? Number.NaN,
          peer: { name, value: kilobytes },
        },
      ]),
    ];
  },
};
