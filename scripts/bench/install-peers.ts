import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs what the package.json of a benchmark's folder names, when it is not there yet. Throws when that fails, for
 * want of a network for instance.
 */
export function installPeers(folder: string): void {
  if (existsSync(join(folder, 'node_modules'))) return;
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status !== 0)
    throw new Error(`The peers of the benchmark in ${folder} could not be installed; see above.`);
}
