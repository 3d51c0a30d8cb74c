import { spawnSync } from 'node:child_process';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/serve.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The sites that the browser tests walk: the project's own content at the root of a host, and below a base path. */
const sites = [
  { variable: 'SITE_URL', out: '.cache/test-sites/root', base: '/' },
  { variable: 'BASED_SITE_URL', out: '.cache/test-sites/based', base: '/some/base/' },
];

/** Builds and serves the sites once for all browser tests; their addresses go to the tests by the environment. */
export default async function serveSites(): Promise<() => void> {
  const servers: Server[] = [];
  for (const { variable, out, base } of sites) {
    const build = spawnSync(
      'node',
      ['scripts/digest.ts', 'build', '--out', out, '--base', base, '--strict'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    if (build.status !== 0)
      throw new Error(`The site for the browser tests could not be built:\n${build.stderr}`);
    const { server, url } = await serve(`${root}/${out}`, base);
    process.env[variable] = url;
    process.env[variable.replace('URL', 'FOLDER')] = `${root}/${out}`;
    servers.push(server);
  }
  return () => servers.forEach((server) => server.close());
}
