import { expect, test } from 'vitest';
import { packSections, unpackSections } from '../../../src/restore/sections.ts';

test('what was packed comes out again', () => {
  const section = unpackSections(
    packSections({ a: Uint8Array.of(10, 0, 255), empty: new Uint8Array(), b: Uint8Array.of(1) }),
  );
  expect([...section('a')]).toEqual([10, 0, 255]);
  expect([...section('empty')]).toEqual([]);
  expect([...section('b')]).toEqual([1]);
});

test('a section that is not there is an error that says what to do', () => {
  const section = unpackSections(packSections({ a: Uint8Array.of(1) }));
  expect(() => section('b')).toThrow('The weights lack the section "b": train them anew with npm run train.');
});
