import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { addressesPath } from '../build/write-addresses.ts';
import { CallError } from '../commands/call-error.ts';

/**
 * The addresses that a previous build had for papers and topics: of a folder, the list that it left or else its
 * folders; of a file, that list. Throws a `CallError` when there is neither.
 */
export function previousAddresses(path: string): string[] {
  if (!existsSync(path))
    throw new CallError(`${path} does not exist: name a previous output folder, or its ${addressesPath}.`);
  if (!statSync(path).isDirectory()) return addressList(path);
  const list = join(path, addressesPath);
  if (existsSync(list)) return addressList(list);
  if (!existsSync(join(path, 'papers')))
    throw new CallError(`${path} holds no built site: it has no folder papers/.`);
  return addressesIn(path);
}

/** The addresses of papers and topics that a built site has. */
export function addressesIn(folder: string): string[] {
  return ['papers', 'topics'].flatMap((room) => {
    const pages = join(folder, room);
    if (!existsSync(pages)) return [];
    return readdirSync(pages, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${room}/${name}/`);
  });
}

function addressList(file: string): string[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const stray = lines.find((line) => !/^(?:papers|topics)\/[a-z0-9-]+\/$/.test(line));
  if (stray !== undefined)
    throw new CallError(
      `${file} is no list of addresses (“${stray.slice(0, 60)}”): lines such as papers/some-paper/ are expected, as in ${addressesPath} of a built site.`,
    );
  return lines;
}
