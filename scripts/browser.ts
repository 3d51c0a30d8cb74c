import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { chromium, type LaunchOptions } from '@playwright/test';

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * How to launch a Chromium: `CHROME_PATH`, Playwright's own, one of the system, or on Linux x64 the one that npm
 * installed, whose libraries and font are unpacked once below `node_modules/.cache`. Throws with what to do when
 * there is none.
 */
export async function browserLaunchOptions(): Promise<LaunchOptions> {
  const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
  const installed =
    process.env['CHROME_PATH'] ?? (existsSync(chromium.executablePath()) ? undefined : systemBrowser());
  if (installed !== undefined) return { args, executablePath: installed };
  if (existsSync(chromium.executablePath())) return { args };
  if (process.platform === 'linux' && process.arch === 'x64') return { args, ...(await bundledBrowser()) };
  throw new Error('No Chromium was found. Run "npx playwright install chromium", or set CHROME_PATH to one.');
}

function systemBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return systemNames
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

async function bundledBrowser(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
  const folder = fileURLToPath(new URL('../node_modules/.cache/chromium', import.meta.url));
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath)) {
    mkdirSync(folder, { recursive: true });
    for (const name of ['al2023', 'fonts']) {
      const archive = join(folder, `${name}.tar`);
      writeFileSync(archive, brotliDecompressSync(readFileSync(join(packed, `${name}.tar.br`))));
      execFileSync('tar', ['xf', archive, '-C', folder]);
    }
    writeFileSync(
      join(folder, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir>` +
        `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`,
    );
    const temporary = `${executablePath}.${process.pid}`;
    await pipeline(
      createReadStream(join(packed, 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(temporary),
    );
    chmodSync(temporary, 0o755);
    renameSync(temporary, executablePath);
  }
  const libraries = [join(folder, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter);
  // Without any font Chromium crashes on text inputs.
  const fonts: Record<string, string> = existsSync('/etc/fonts')
    ? {}
    : { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const env = Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  return { executablePath, env: { ...env, LD_LIBRARY_PATH: libraries, ...fonts } };
}
