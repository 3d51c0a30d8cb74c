import fc from 'fast-check';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { atom } from '#syndication/atom.ts';
import { emailHtml } from '#syndication/email-html.ts';
import { jsonFeed } from '#syndication/json-feed.ts';
import { outgoingFeeds } from '#syndication/outgoing-feeds.ts';
import { rss } from '#syndication/rss.ts';
import { createUrls } from '#site/urls.ts';
import { corpusOf, paperEntry, sightedOn, site } from '../unit/syndication/corpus-of.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '&',
        ']]>',
        '<![CDATA[',
        '<!--',
        '-->',
        '"',
        "'",
        '&amp;',
        '&#0;',
        '<?xml',
        '\u0000',
        '\ud800',
        '$x<y$',
        '{\\em ',
        '}',
        ' ',
        'a',
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
);

describe('feeds of hostile papers', () => {
  it('are well-formed, have every item, and no two builds differ', () => {
    fc.assert(
      fc.property(hostile, hostile, fc.array(hostile, { maxLength: 2 }), (title, abstract, authors) => {
        const corpus = corpusOf([
          paperEntry({
            id: '1',
            slug: 'one',
            title: title || 'x',
            abstract,
            authors,
            sightings: sightedOn('2025-01-02'),
          }),
          paperEntry({ id: '2', slug: 'two', title: 'plain' }),
        ]);
        const [feed] = outgoingFeeds(corpus);
        const { channel } = feed!;
        const items = feed!.current();
        for (const xml of [rss(channel, items), atom(channel, items)]) XmlDocument.fromString(xml).dispose();
        expect(parseRssFeed(rss(channel, items)).items).toHaveLength(2);
        expect(parseAtomFeed(atom(channel, items)).entries!.map(({ id }) => id)).toEqual(
          items.map(({ id }) => id),
        );
        expect(JSON.parse(jsonFeed(channel, items)).items).toHaveLength(2);
        expect(atom(channel, outgoingFeeds(corpus)[0]!.current())).toBe(atom(channel, items));
      }),
      { numRuns: 200 },
    );
  });

  it('and mails have no tags but their own', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, abstract) => {
        const entry = paperEntry({ id: '1', title: title || 'x', abstract });
        const paper = { entry, rendered: { titlePlain: '', abstractPlain: '' }, seenBefore: null };
        const html = emailHtml('2025-01-02', [paper], site, createUrls(site));
        expect(
          html.replace(
            /<!DOCTYPE html>|<\/?(?:html|head|meta|title|body|table|tr|td|h1|h2|p|a|em|sub|sup|br)\b[^<>]*>/g,
            '',
          ),
        ).not.toMatch(/[<>]/);
      }),
      { numRuns: 300 },
    );
  });
});
