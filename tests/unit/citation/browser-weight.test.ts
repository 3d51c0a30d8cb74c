import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('../../../src/citation/', import.meta.url);

/** A module and all that it imports at run time. */
function modulesOf(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name) || !name.startsWith('./')) return seen.add(name);
  seen.add(name);
  const source = readFileSync(new URL(name, folder), 'utf8');
  for (const [, imported] of source.matchAll(/^import (?!type )[^;]*? from '([^']+)';/gms))
    modulesOf(imported!, seen);
  return seen;
}

it('needs nothing but itself to write references in the browser', () => {
  const modules = ['./bibtex.ts', './ris.ts', './csl-json.ts', './plain-reference.ts'].flatMap((name) => [
    ...modulesOf(name),
  ]);
  expect([...new Set(modules)].sort()).toEqual([
    './bibtex.ts',
    './citation-key.ts',
    './csl-json.ts',
    './names.ts',
    './plain-reference.ts',
    './ris.ts',
    './tex-text.ts',
  ]);
});
