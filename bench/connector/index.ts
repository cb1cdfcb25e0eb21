import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from '../median.ts';
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

/** `pnpm bench connector`: the connector beside the official one, the vendor's SDK and a bare post. */
export async function run(): Promise<void> {
  console.log(`One local TLS server, median of ${rounds} rounds; ${sends} sends, 32 at once`);
  const measured = await measureSends();
  const table = [...measured].map(([name, figures]) => {
    const middle = (key: keyof Figures) => median(figures.map((one) => one[key]));
    return {
      '': titles[name],
      'sends/s': Math.round(middle('sendsPerSecond')),
      'CPU µs per send': Math.round(middle('cpuPerSend')),
      'one send, ms': Number(middle('oneSend').toFixed(2)),
    };
  });
  console.table(table);
  const rate = (name: Contender) =>
    median((measured.get(name) ?? []).map((one) => one.sendsPerSecond));
  console.log(
    `dm-kit is ${(rate('dm-kit') / rate('official')).toFixed(1)} times the official connector and ${Math.round((100 * rate('dm-kit')) / rate('bare'))} % of a bare node:https post.`,
  );

  console.log('Import in a fresh process, median of 9; size of the packed package');
  const names = [titles['dm-kit'], titles.official, titles.sdk];
  console.table(await packageFigures(names, 9));
}
