import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CollectionTag, parse, YAMLSeq } from 'yaml';
import { repositoryRoot } from './paths.ts';
import { fixedPorts } from './ports.ts';

interface Mount {
  type: string;
  source: string;
  target: string;
  read_only?: boolean;
}
interface Service {
  image?: string;
  restart?: string;
  ports?: string[];
  volumes?: (string | Mount)[];
  networks?: string[];
  network_mode?: string;
  environment?: Record<string, string>;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  stop_grace_period?: string;
  privileged?: boolean;
  security_opt?: string[];
  deploy?: { replicas?: number; resources?: { limits?: Record<string, string | number> } };
}
interface Compose {
  services: Record<string, Service>;
  networks?: Record<string, { internal?: boolean } | null>;
  volumes?: Record<string, unknown>;
}

// `!reset` takes a value of the first file away.
const reset: CollectionTag = { tag: '!reset', collection: 'seq', nodeClass: YAMLSeq };
function read(file: string): { text: string; content: Compose } {
  const text = readFileSync(join(repositoryRoot, file), 'utf8');
  return { text, content: parse(text, { merge: true, customTags: [reset] }) };
}
const base = read('compose.yaml');
const scale = read('compose.scale.yaml');

/** Services that run on, as opposed to what runs once. */
function lasting(services: Compose['services']) {
  return Object.entries(services).filter(([, { restart }]) => restart !== 'no');
}

describe.each([
  ['compose.yaml', base],
  ['compose.scale.yaml', scale],
])('%s', (_, { text, content }) => {
  const added = Object.entries(content.services).filter(([, { image }]) => image);

  test('builds no image, and pins each to a version', () => {
    expect(text).not.toMatch(/^\s*build:/m);
    for (const [name, { image }] of added) {
      expect(image, name).toMatch(/^[a-z/]+:\d+(\.\d+)*(-[a-z]+)?$/);
    }
  });

  test('publishes on the loopback address alone', () => {
    for (const [name, { ports = [] }] of Object.entries(content.services)) {
      for (const port of ports) {
        expect(port, name).toMatch(/^127\.0\.0\.1:(\d+):\1$/);
      }
    }
  });

  test('checks the health of all that lasts, starts it again, and limits what it may take', () => {
    for (const [name, service] of lasting(Object.fromEntries(added))) {
      expect(service.healthcheck?.test[0], name).toBe('CMD');
      expect(service.restart, name).toBe('unless-stopped');
      expect(service.deploy?.resources?.limits, name).toMatchObject({
        cpus: expect.stringMatching(/^[\d.]+$/),
        memory: expect.stringMatching(/^\d+[MG]$/),
        pids: expect.any(Number),
      });
    }
  });

  test('gives no container more rights than it needs', () => {
    for (const [name, service] of added) {
      expect(service.privileged, name).toBeUndefined();
      expect(service.security_opt, name).toContain('no-new-privileges:true');
      for (const volume of service.volumes ?? []) {
        if (typeof volume !== 'string') {
          expect(volume.read_only, name).toBe(true);
        }
      }
    }
  });

  test('holds no password or key that could do in production', () => {
    const values = text.match(/(PASSWORD|SECRET|KEK|TOKEN)[^:\n]*:\s*(.+)/g) ?? [];
    for (const value of values) {
      expect(value).toContain(':-not-for-production}');
    }
    expect(text.match(/:\/\/[^\s:/@]+:[^\s@]+@/g) ?? []).toEqual(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Compose, not of JavaScript.
      text.includes('DB_URL') ? ['://logto:${POSTGRES_PASSWORD:-not-for-production}@'] : [],
    );
  });
});

describe('compose.yaml', () => {
  const { services, networks } = base.content;

  test('has the addresses of the demo', () => {
    expect(services.logto?.ports).toContain(`127.0.0.1:${fixedPorts.logto}:${fixedPorts.logto}`);
    expect(services.logto?.environment?.ENDPOINT).toBe(`http://localhost:${fixedPorts.logto}`);
    expect(services['direct-mail']?.ports).toEqual([
      `127.0.0.1:${fixedPorts.directMail}:${fixedPorts.directMail}`,
    ]);
  });

  test('keeps PostgreSQL and its data to itself', () => {
    expect(services.postgres?.ports).toBeUndefined();
    expect(services.postgres?.networks).toEqual(['database']);
    expect(networks?.database).toEqual({ internal: true });
    expect(services.postgres?.volumes).toEqual(['database:/var/lib/postgresql/data']);
    expect(base.content.volumes).toHaveProperty('database');
  });

  test("mounts the connector read-only, as one folder below Logto's own connectors", () => {
    expect(services.logto?.volumes?.[0]).toMatchObject({
      target: '/etc/logto/packages/core/connectors/connector-aliyun-dm',
      read_only: true,
    });
  });

  test('starts Logto when its database is ready', () => {
    expect(services['logto-database']?.image).toBe(services.logto?.image);
    expect(services.logto?.depends_on).toMatchObject({
      'logto-database': { condition: 'service_completed_successfully' },
      'direct-mail': { condition: 'service_healthy' },
    });
    expect(services['logto-database']?.depends_on).toEqual({
      postgres: { condition: 'service_healthy' },
    });
  });

  test('runs a Logto whose connector-kit is of the major version that the connector asks for', () => {
    // Logto 1.42.0 brings @logto/connector-kit 5.1.0: whoever changes one looks at the other.
    expect(services.logto?.image).toBe('svhd/logto:1.42.0');
    const connector = JSON.parse(
      readFileSync(join(repositoryRoot, 'packages/connector-aliyun-dm/package.json'), 'utf8'),
    );
    expect(connector.dependencies['@logto/connector-kit']).toMatch(/^\^5\./);
  });
});

describe('compose.scale.yaml', () => {
  const { services } = scale.content;

  test('has several Logtos with one cache, and the proxy has their ports', () => {
    expect(services.logto?.deploy?.replicas).toBeGreaterThan(1);
    expect(services.logto?.environment?.REDIS_URL).toBe('redis://redis:6379');
    expect(services.logto?.ports).toEqual([]);
    const ports = base.content.services.logto?.ports ?? [];
    expect(services.proxy?.ports).toEqual(expect.arrayContaining(ports));
  });

  test('has enough connections for every pool', () => {
    const pool = Number(services.logto?.environment?.DATABASE_POOL_SIZE);
    const replicas = services.logto?.deploy?.replicas ?? 0;
    const most = Number(/max_connections=(\d+)/.exec(scale.text)?.[1]);
    // Two tenants each, and a few for whoever looks after the database.
    expect(most).toBeGreaterThanOrEqual(2 * pool * replicas + 10);
  });

  test('has two Next.js samples that share their settings and see Logto as the browser does', () => {
    const { 'nextjs-1': one, 'nextjs-2': other } = services;
    for (const sample of [one, other]) {
      expect(sample?.network_mode).toBe('service:proxy');
    }
    const { healthcheck: _, ...rest } = { ...one, command: undefined };
    const { healthcheck: __, ...otherRest } = { ...other, command: undefined };
    expect(otherRest).toEqual(rest);
  });

  test('has a proxy that knows every replica, and asks again only when nothing was sent', () => {
    const config = readFileSync(join(repositoryRoot, 'packages/stack/docker/haproxy.cfg'), 'utf8');
    const slots = Number(/server-template logto (\d+) logto:3001/.exec(config)?.[1]);
    expect(slots).toBeGreaterThanOrEqual(services.logto?.deploy?.replicas ?? 0);
    expect(config).toMatch(/^\s+retry-on conn-failure$/m);
    expect(config).toMatch(/^\s+http-reuse never$/m);
  });

  test('has a proxy that asks for the health which a stopping replica denies', () => {
    const read = (file: string) =>
      readFileSync(join(repositoryRoot, 'packages/stack/docker', file), 'utf8');
    const config = read('haproxy.cfg');
    const asked = config.match(/option httpchk GET \S+/g);
    const denied = /health = '(.+)'/.exec(read('drain.mjs'))?.[1];
    // Of Logto and of its console.
    expect(asked).toEqual(Array(2).fill(`option httpchk GET ${denied}`));
    // It must have asked, and been answered, before the replica takes no more connections.
    const every = Number(/check inter (\d+)s fall 1 /.exec(config)?.[1]);
    const until = Number(/DRAIN_SECONDS \?\? (\d+)/.exec(read('drain.mjs'))?.[1]);
    expect(until).toBeGreaterThan(2 * every);
    const { stop_grace_period } = services.logto ?? {};
    expect(Number(/^(\d+)s$/.exec(stop_grace_period ?? '')?.[1])).toBeGreaterThan(until);
  });
});
