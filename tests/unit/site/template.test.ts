import { expect, it } from 'vitest';
import { marker, parseTemplate, stamp } from '#site/template.ts';

it('fills each marker, as often as it stands there', () => {
  const template = parseTemplate(
    `<title>${marker('title')}</title><h1>${marker('title')}</h1>${marker('main')}`,
  );
  expect(stamp(template, { title: 'A $& title', main: '<p>@@</p>' })).toBe(
    '<title>A $& title</title><h1>A $& title</h1><p>@@</p>',
  );
});

it('refuses a page without markers, and a part that is not given', () => {
  expect(() => parseTemplate('<p>plain</p>')).toThrow(
    'A template page has no marker to fill: the layout must be given marker(…) for its own parts.',
  );
  expect(() => stamp(parseTemplate(marker('head')), {})).toThrow(
    'The template asks for a part "head", which the page does not give.',
  );
});
