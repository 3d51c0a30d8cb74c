import { expect, test } from 'vitest';
import { isChrome, titleGluedToButton } from '#sightings/preamble.ts';

test.each([
  'new',
  'Subscribe',
  'Daily Papers',
  'byAK and the research community',
  'Get trending papers in your email inbox once a day!',
])('“%s” stands around the papers', (text) => {
  expect(isChrome(text)).toBe(true);
});

test.each([
  'newer',
  'Something new',
  'Subscribe to Papers',
  'Why We Subscribe',
  'On Daily Papers',
  'Daily Papers Considered Harmful',
])('“%s” may be a title', (text) => {
  expect(isChrome(text)).toBe(false);
});

test.each([
  ['SubscribeAtMan: Understanding', 'AtMan: Understanding'],
  ['Subscribeσ-GPTs', 'σ-GPTs'],
  ['SubscribeiTransformer', 'iTransformer'],
  ['Subscribe 3D Walkers', '3D Walkers'],
  ['Subscribers Walk', null],
  ['Subscribe', null],
])('%s', (text, title) => {
  expect(titleGluedToButton(text)).toBe(title);
});
