import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * Which room may import from which others. A room that is not named here, or an arrow that is not in its row, fails:
 * whoever adds one states it here, where it is seen.
 */
const arrows: Record<string, readonly string[]> = {
  diagnostics: [],
  memo: [],
  text: [],
  restore: ['memo', 'text'],
  sightings: ['diagnostics', 'text'],
  papers: ['diagnostics', 'restore', 'sightings', 'text'],
  enrichment: ['diagnostics', 'papers', 'sightings', 'text'],
  abstracts: ['memo', 'restore', 'sightings', 'text'],
  topics: ['diagnostics', 'text'],
  integrity: ['diagnostics', 'papers', 'sightings', 'text'],
  related: ['text'],
  trends: ['text'],
  corpus: [
    'abstracts',
    'diagnostics',
    'enrichment',
    'papers',
    'related',
    'restore',
    'sightings',
    'site',
    'text',
    'topics',
  ],
  site: ['diagnostics', 'sightings'],
  search: ['text'],
  'search-page': ['reading', 'search', 'site', 'views'],
  reading: ['citation', 'site', 'text', 'views'],
  offline: ['reading'],
  citation: ['abstracts', 'corpus', 'papers', 'site'],
  'social-image': ['corpus'],
  syndication: ['abstracts', 'citation', 'corpus', 'memo', 'papers', 'site', 'text', 'topics'],
  views: [
    'abstracts',
    'citation',
    'corpus',
    'memo',
    'papers',
    'site',
    'social-image',
    'syndication',
    'text',
    'trends',
  ],
};

/** Rooms whose files are not imported by others, so that they may import any. */
const outermost = new Set(['pages', 'layouts', 'components', 'styles']);

const source = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|astro)$/.test(entry.name))
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(source.length + 1));

/** Imports of other rooms, except of their schemas' types, which every room may know. */
function importsOf(file: string): string[] {
  const text = readFileSync(`${source}/${file}`, 'utf8');
  const rooms = [...text.matchAll(/(?:from|import)\s*\(?\s*'#([a-z-]+)\/([^']+)'/g)];
  const relative = [...text.matchAll(/from '(\.\.\/[^']*)'/g)].map(([, path]) => path);
  expect(
    outermost.has(file.split('/')[0]!) ? [] : relative,
    `${file}: other rooms are imported as #room/…`,
  ).toEqual([]);
  return [...new Set(rooms.map(([, room]) => room!))];
}

describe('the rooms of src', () => {
  it('are all in the table', () => {
    const rooms = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]!));
    expect([...rooms].filter((room) => !outermost.has(room) && !(room in arrows))).toEqual([]);
  });

  it.each(Object.keys(arrows))('%s imports only what its row allows', (room) => {
    const own = files.filter((file) => file.startsWith(`${room}/`));
    expect(own).not.toEqual([]);
    const found = own.flatMap((file) => importsOf(file).map((other) => `${file} -> ${other}`));
    const allowed = new Set([room, ...arrows[room]!]);
    expect(found.filter((arrow) => !allowed.has(arrow.split(' -> ')[1]!))).toEqual([]);
  });

  it('have no cycle', () => {
    const seen: string[] = [];
    const walk = (room: string): void => {
      expect([...seen, room], 'a cycle of rooms').toEqual([...new Set([...seen, room])]);
      seen.push(room);
      arrows[room]?.forEach(walk);
      seen.pop();
    };
    Object.keys(arrows).forEach(walk);
  });
});
