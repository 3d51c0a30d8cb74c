import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CallError } from '../commands/call-error.ts';

/** Where git gets the program from, and the branch, tag or commit of it. */
export interface ProgramSource {
  address: string;
  ref: string;
}

const programFolder = fileURLToPath(new URL('../..', import.meta.url));

/** The newest commit of the default branch. */
const defaultRef = 'HEAD';

/** What would end or change the quoted argument of a shell. */
const unsafe = /["'`$\\!%\u0000-\u001f]/;

/**
 * Reads `--program`: `owner/repository` on GitHub, an address that git knows, or a folder with a repository, each with
 * `#branch`, `#tag` or `#commit` behind it. Throws a `CallError` for anything else.
 */
export function parseProgram(text: string): ProgramSource {
  const [, where = '', ref = defaultRef] = /^([^#]*)(?:#(.+))?$/.exec(text) ?? [];
  const address = addressOf(where);
  if (address === null || unsafe.test(address) || !/^[\w./-]+$/.test(ref) || ref.startsWith('-'))
    throw new CallError(
      `--program ${text} is no git repository. Give owner/repository (on GitHub), an address such as https://example.org/program.git, or a folder with a repository; a branch, tag or commit may follow behind #.`,
    );
  return { address, ref };
}

/**
 * Where this copy of the program comes from: the remote `origin` of its repository, else the repository itself. Throws
 * a `CallError` when it is none, as a new site would not know where to get the program.
 */
export function ownSource(folder = programFolder): ProgramSource {
  const address = existsSync(join(folder, '.git')) ? (originOf(folder) ?? resolve(folder)) : null;
  if (address === null || unsafe.test(address))
    throw new CallError(
      'This copy of the program is no git repository, so that a new site would not know where to get it. Say where it is with --program: owner/repository on GitHub, an address that git knows, or a folder with a repository.',
    );
  return { address: withoutKeys(address), ref: defaultRef };
}

function originOf(folder: string): string | null {
  try {
    const options = { encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('git', ['-C', folder, 'remote', 'get-url', 'origin'], options).trim();
  } catch {
    return null;
  }
}

function addressOf(where: string): string | null {
  if (/^[\w.-]+\/[\w.-]+$/.test(where) && !where.startsWith('.')) return `https://github.com/${where}.git`;
  if (/^(?:https?|ssh|git):\/\/\S+$/.test(where) || /^[\w.-]+@[\w.-]+:\S+$/.test(where)) return where;
  return where !== '' && existsSync(join(where, '.git')) ? resolve(where) : null;
}

/** An address of GitHub that needs no key and holds none, so that a workflow can use it. */
function withoutKeys(address: string): string {
  const path = /^(?:git@github\.com:|(?:https|ssh):\/\/(?:[^@/]*@)?github\.com\/)(.+?)(?:\.git)?\/?$/.exec(
    address,
  )?.[1];
  return path === undefined
    ? address.replace(/^(https?:\/\/)[^@/]*@/, '$1')
    : `https://github.com/${path}.git`;
}
