import { expect, it } from 'vitest';
import type { Message } from '#diagnostics/message.ts';
import { siteConfigSchema } from '#site/schema.ts';
import { failOnErrors } from '../../../scripts/build/fail-on-errors.ts';
import { siteWith } from '../../../scripts/build/site-with.ts';
import { CallError } from '../../../scripts/commands/call-error.ts';

const site = siteConfigSchema.parse({
  title: 'A digest',
  description: 'Papers.',
  url: 'https://example.org',
  base: '/',
});
const message = (changes: Partial<Message>): Message => ({
  severity: 'error',
  rule: 'record-damaged',
  feed: 'days/a.json',
  line: 3,
  text: 'It ends early.',
  ...changes,
});

it('gives a site another address, and no other', () => {
  expect(siteWith(site, {})).toEqual(site);
  expect(siteWith(site, { site: 'https://papers.example', base: '/digest' })).toMatchObject({
    url: 'https://papers.example',
    base: '/digest/',
  });
});

it('says which option is none, and what it should be', () => {
  const call = () => siteWith(site, { site: 'papers', base: 'digest' });
  expect(call).toThrow(CallError);
  expect(call).toThrow(
    '--site cannot be used: an address such as https://example.org/\n--base cannot be used: a path that starts with a slash, such as /digest/',
  );
});

it('fails on errors alone, with the place of each', () => {
  expect(() => failOnErrors([message({ severity: 'warning' })])).not.toThrow();
  expect(() => failOnErrors([message({}), message({ feed: null, line: null, text: 'No feeds.' })])).toThrow(
    '2 of the inputs cannot be used, and --strict asks for all of them. The output folder was left as it was.\n' +
      '  days/a.json:3: It ends early.\n  content: No feeds.',
  );
});
