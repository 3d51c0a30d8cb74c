// Runs a script of this program from another folder: `node start.mjs digest.ts build`. A Node that is too old gives way
// to the one that `npm ci` brought (Linux), where npm has no part in finding it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);
const isNewEnough = major > 22 || (major === 22 && minor >= 18);
const brought = here('../node_modules/.bin/node');
const node = isNewEnough || !existsSync(brought) ? process.execPath : brought;
const [script, ...args] = process.argv.slice(2);

if (!isNewEnough && node === process.execPath) await import('./check-node.mjs');
const { status, signal } = spawnSync(node, [here(script), ...args], { stdio: 'inherit' });
if (signal) process.kill(process.pid, signal);
process.exit(status ?? 1);
