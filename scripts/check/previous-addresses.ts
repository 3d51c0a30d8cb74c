import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { addressesPath } from '../build/write-addresses.ts';
import { CallError } from '../commands/call-error.ts';

/**
 * The addresses that a previous build had for papers: of a folder, the list that it left or else its folders; of a
 * file, that list. Throws a `CallError` when there is neither.
 */
export function previousAddresses(path: string): string[] {
  if (!existsSync(path))
    throw new CallError(`${path} does not exist: name a previous output folder, or its ${addressesPath}.`);
  if (!statSync(path).isDirectory()) return addressList(path);
  const list = join(path, addressesPath);
  if (existsSync(list)) return addressList(list);
  const papers = join(path, 'papers');
  if (!existsSync(papers)) throw new CallError(`${path} holds no built site: it has no folder papers/.`);
  return readdirSync(papers).map((slug) => `papers/${slug}/`);
}

function addressList(file: string): string[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const stray = lines.find((line) => !/^papers\/[a-z0-9-]+\/$/.test(line));
  if (stray !== undefined)
    throw new CallError(
      `${file} is no list of addresses (“${stray.slice(0, 60)}”): lines such as papers/some-paper/ are expected, as in ${addressesPath} of a built site.`,
    );
  return lines;
}
