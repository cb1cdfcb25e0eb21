import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What Playwright's `chromium.launch()` takes. */
export interface LaunchOptions {
  executablePath?: string;
  args?: string[];
  env?: NodeJS.ProcessEnv;
}

/** Changes with the pinned version of @sparticuz/chromium, so that an update unpacks anew. */
const browserFolder = join(tmpdir(), `dm-kit-browser-153.0.0-${process.getuid?.() ?? 0}`);

/**
 * A Chromium for Playwright. Linux: the one inside an npm package, so that a machine needs nothing but
 * `pnpm install`. Elsewhere: Playwright's own (`npx playwright install chromium`).
 */
export async function launchOptions(): Promise<LaunchOptions> {
  if (process.platform !== 'linux') {
    return {};
  }
  if (!existsSync(browserFolder)) {
    await unpack();
  }
  return {
    executablePath: join(browserFolder, 'chromium'),
    // Not the package's own arguments: they turn CORS off and run every page in one process.
    // Without a sandbox, because a container's root user has none; only pages on loopback are opened.
    args: ['--no-sandbox', '--font-render-hinting=none'],
    env: { ...process.env, ...environment() },
  };
}

/** Unpacks next to its place and then moves it there: test runners side by side never see half a browser. */
async function unpack(): Promise<void> {
  const work = await mkdtemp(`${browserFolder}-`);
  const before = process.env.TMPDIR;
  // The package unpacks to the temporary folder, and looks there for what another run left.
  process.env.TMPDIR = work;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await inflate(
      fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))),
    );
    await writeFile(join(work, fontsFileName), fontsFile);
  } finally {
    if (before === undefined) {
      delete process.env.TMPDIR;
    } else {
      process.env.TMPDIR = before;
    }
  }
  await rename(work, browserFolder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(work, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') {
      throw error;
    }
  });
}

const fontsFileName = 'dm-kit-fonts.conf';

/** The machine's own fonts, and those of the package for a machine that has none: text without a font has no size. */
const fontsFile = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(browserFolder, 'fonts/fonts')}</dir>
  <cachedir>${join(browserFolder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** The libraries that come with the package, where the machine has none of its own; its fonts in any case. */
function environment(): NodeJS.ProcessEnv {
  const architecture = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
  const folders = ['/usr/lib', '/usr/lib64', '/lib', `/usr/lib/${architecture}-linux-gnu`];
  const hasNss = folders.some((folder) => existsSync(join(folder, 'libnss3.so')));
  return {
    FONTCONFIG_FILE: join(browserFolder, fontsFileName),
    ...(!hasNss && { LD_LIBRARY_PATH: join(browserFolder, 'al2023/lib') }),
  };
}
