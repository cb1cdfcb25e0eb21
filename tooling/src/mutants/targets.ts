/** Code whose tests are measured by the bugs that they find. */
export interface Target {
  /** What `pnpm mutants NAME` takes. */
  name: string;
  /** The package, from the root of the repository. */
  folder: string;
  /** Which of its sources get bugs, and which do not; from the package's folder. */
  mutate: string[];
  /** The tests that are to find them, where the package has many others; from its folder. */
  tests?: string[];
  /** Tests that cannot find them, and would only take time: they start a process or a browser of their own. */
  withoutTests?: string[];
  /** The run fails when fewer bugs are found, in percent. 95 for what decides who gets in or what is sent. */
  atLeast: number;
}

const notTests = ['!**/*.test.ts', '!**/*.d.ts'];

/** Tests of the Logto emulator as a whole, without a browser or a process of their own. */
const ofLogto = ['test/*.test.ts'];
const notOfLogto = ['test/{cli,data-file}.test.ts'];

function contract(topics: string): string {
  return `test/contract/${topics}.test.ts`;
}

export const targets: Target[] = [
  {
    name: 'connector',
    folder: 'packages/connector-aliyun-dm',
    mutate: [
      'src/**/*.ts',
      '!src/default-templates.ts',
      '!src/metadata.ts',
      '!src/settings-table.ts',
      ...notTests,
    ],
    withoutTests: [
      'test/package.test.ts',
      'test/loading.test.ts',
      'test/readme.test.ts',
      'test/proxy.test.ts',
      // Ten thousand errors and long texts: minutes for each bug, which others find.
      'test/leaks.test.ts',
      'test/linear.test.ts',
    ],
    atLeast: 95,
  },
  {
    name: 'direct-mail-api',
    folder: 'packages/direct-mail-emulator',
    mutate: ['src/api/**/*.ts', ...notTests],
    withoutTests: ['test/inbox/**', 'test/cli.test.ts'],
    atLeast: 95,
  },
  {
    name: 'experience',
    folder: 'packages/logto-emulator',
    mutate: ['src/experience/**/*.ts', ...notTests],
    tests: ['src/experience/*.test.ts', ...ofLogto, contract('{email-rules,experience,username}')],
    withoutTests: notOfLogto,
    atLeast: 95,
  },
  {
    name: 'oidc',
    folder: 'packages/logto-emulator',
    mutate: ['src/oidc/**/*.ts', ...notTests],
    tests: ['src/oidc/*.test.ts', ...ofLogto, contract('oidc')],
    withoutTests: notOfLogto,
    atLeast: 95,
  },
  {
    name: 'management',
    folder: 'packages/logto-emulator',
    mutate: ['src/management/**/*.ts', ...notTests],
    tests: ['src/management/**/*.test.ts', ...ofLogto, contract('management')],
    withoutTests: notOfLogto,
    atLeast: 85,
  },
  {
    name: 'provision',
    folder: 'packages/provision',
    mutate: ['src/**/*.ts', '!src/cli.ts', ...notTests],
    atLeast: 85,
  },
  {
    name: 'nextjs',
    folder: 'apps/nextjs',
    mutate: ['lib/**/*.ts', 'hardening/**/*.ts', 'auth.ts', 'proxy.ts', ...notTests],
    atLeast: 95,
  },
  {
    name: 'angular',
    folder: 'apps/angular',
    mutate: ['src/app/**/*.ts', '!src/app/pages/**', ...notTests],
    atLeast: 95,
  },
];
