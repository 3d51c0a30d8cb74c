import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { stringify } from 'yaml';
import { fixtureCases } from '../sightings/fixture.ts';

/** Names that a file below `feeds/` may have, and that should do nothing where they are shown. */
export const hostileNames = [
  'a..%2f..%2fescape.json',
  'a..\\..\\escape.json',
  '<img src=x onerror=alert(1)>.json',
  '"onmouseover="alert(1).json',
  'javascript:alert(1).json',
  '\u202egpj.json',
  'line\nbreak.json',
  '@@digest:main@@.json',
  '__proto__',
  'constructor.json',
];

/** How many times a feed names the same paper. */
export const repeats = 2_000;

/**
 * Makes a content folder of every hostile fixture, and of what is too large or too odd to be a file of a repository.
 */
export function makeHostileContent(folder: string): void {
  mkdirSync(join(folder, 'feeds', 'fixtures'), { recursive: true });
  const write = (name: string, data: string | Uint8Array) => writeFileSync(join(folder, name), data);
  write(
    'site.yaml',
    stringify({
      title: 'Papers & "Traps" <b>',
      description: "What a hostile feed may hold: <script>alert('site')</script>",
      url: 'https://papers.example.org',
      base: '/trap/',
      authors: { pagesFrom: 1, feedsFrom: 1 },
    }),
  );
  write(
    'topics.yaml',
    stringify({
      groups: [{ slug: 'all', name: 'All </h2><script>alert(1)</script>' }],
      topics: [
        {
          slug: 'walkers',
          name: 'Walkers & <i>grids</i>',
          group: 'all',
          description:
            'About **walkers** <script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=y>.',
          phrases: { 3: 'lazy walker, grid' },
        },
      ],
    }),
  );
  write(
    'feeds.yaml',
    stringify({ 'fixtures/script-in-text.txt': { label: 'Label <script>alert(1)</script>' } }),
  );
  mkdirSync(join(folder, 'pages'));
  write(
    'pages/about.md',
    '# About\n\n<script>alert(1)</script> [x](javascript:alert(1)) ![x](https://evil.example/x.png)\n',
  );
  for (const { name, folder: source } of fixtureCases('hostile')) {
    const file = readdirSync(source).find((candidate) => candidate.startsWith('feed.'))!;
    copyFileSync(source + file, join(folder, 'feeds', 'fixtures', name + file.slice('feed'.length)));
  }
  hostileNames.forEach((name, index) =>
    write(`feeds/${name}`, JSON.stringify([entry(`3001.0000${index}`, `${words[index]} paper`)])),
  );
  write('feeds/bomb.json.gz', gzipSync(Buffer.alloc(32 * 2 ** 20, ' ')));
  write('feeds/cut.json.gz', gzipSync(JSON.stringify([entry('3002.00001', 'Cut off')])).subarray(0, 60));
  write(
    'feeds/long-title.json',
    JSON.stringify([entry('3003.00001', `Long ${'title <b> $x$ '.repeat(70_000)}`)]),
  );
  write('feeds/long-line.txt', `Subscribe\n\n${'A'.repeat(2 ** 20)}\n\n${'b '.repeat(2 ** 19)}\n`);
  write(
    'feeds/repeats.jsonl',
    Array.from({ length: repeats }, () => JSON.stringify(entry('3004.00001', 'Again'))).join('\n'),
  );
  write(
    'feeds/damaged.jsonl',
    `${JSON.stringify(entry('3005.00001', 'Whole'))}\n${'{"broken\n'.repeat(10_000)}`,
  );
  write(
    'feeds/binary.json',
    Uint8Array.from({ length: 4096 }, (_, index) => (index * 31) % 256),
  );
  write('feeds/empty.json', '');
  write(
    'feeds/two-days.json',
    JSON.stringify(['2025-03-11', '2025-03-12'].map((day, index) => dayEntry(`3007.0000${index}`, day))),
  );
  write('feeds/deep.json', '['.repeat(200_000));
  write(
    'feeds/many-authors.json',
    JSON.stringify([
      {
        ...entry('3006.00001', 'Many authors'),
        authors: Array.from({ length: 300 }, (_, index) => `Ana <b> Lima ${index}`),
      },
    ]),
  );
}

/** Papers that have nothing in common, so that none is taken for another. */
export const words = 'acorn birch cedar delta ember fjord glade heron islet juniper'.split(' ');

const entry = (id: string, title: string) => ({
  id,
  title,
  abstract: `${title} is about ${Array.from({ length: 30 }, (_, index) => `${title.split(' ')[0]}${(index * 7919 + title.length * 31) % 97}`).join(' ')}.`,
  authors: ['Ana Lima'],
  categories: ['cs.LG'],
});

/** An entry as Hugging Face's API has it, of a day. */
const dayEntry = (id: string, day: string) => {
  const { title, abstract } = entry(id, `${id.replace('.', '')}th paper`);
  return {
    paper: {
      id,
      title,
      summary: abstract,
      authors: [],
      upvotes: 1,
      submittedOnDailyAt: `${day}T00:00:00.000Z`,
    },
  };
};
