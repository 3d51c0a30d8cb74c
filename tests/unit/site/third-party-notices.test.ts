import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { thirdPartyNotices } from '#site/third-party-notices.ts';

const { resolve } = createRequire(import.meta.url);
const textOf = (path: string) => readFileSync(resolve(path), 'utf8');

test('the notices hold both licences in full and who made what', () => {
  const notices = thirdPartyNotices(
    textOf('@fontsource-variable/source-serif-4/LICENSE'),
    readFileSync(new URL('../../../node_modules/katex/LICENSE', import.meta.url), 'utf8'),
  );
  for (const part of [
    'Khan Academy',
    'Design Science',
    'Adobe',
    'The MIT License',
    'SIL OPEN FONT LICENSE Version 1.1',
    'OTHER DEALINGS IN THE FONT SOFTWARE',
    'SOFTWARE.',
  ])
    expect(notices).toContain(part);
});
