import { describe, expect, it } from 'vitest';
import { splitName } from '#citation/names.ts';

describe('splitName', () => {
  it.each([
    ['Ada Lovelace', { family: 'Lovelace', given: 'Ada' }],
    ['Lovelace, Ada', { family: 'Lovelace', given: 'Ada' }],
    ['Ludwig van Beethoven', { family: 'van Beethoven', given: 'Ludwig' }],
    ['Maria de la Cruz', { family: 'de la Cruz', given: 'Maria' }],
    ['Valentin De Bortoli', { family: 'De Bortoli', given: 'Valentin' }],
    ['Laurens Van Der Maaten', { family: 'Van Der Maaten', given: 'Laurens' }],
    ['Nguyen Van Thanh', { family: 'Thanh', given: 'Nguyen Van' }],
    ['De Cheng', { family: 'Cheng', given: 'De' }],
    ['Van Le', { family: 'Le', given: 'Van' }],
    ['John Q. Public III', { family: 'Public', given: 'John Q.', suffix: 'III' }],
    ['King, Jr., Martin', { family: 'King', given: 'Martin', suffix: 'Jr.' }],
    ['Martin King, Jr.', { family: 'King', given: 'Martin', suffix: 'Jr.' }],
    ['King, Martin, Jr.', { family: 'King', given: 'Martin', suffix: 'Jr.' }],
    ['Plato', { literal: 'Plato' }],
    ['王小明', { literal: '王小明' }],
    ['Qingyao Ai', { family: 'Ai', given: 'Qingyao' }],
    ['NAVER AI Lab', { literal: 'NAVER AI Lab' }],
    ['Gemini Team', { literal: 'Gemini Team' }],
    ['', { literal: '' }],
  ])('%s', (name, parts) => {
    expect(splitName(name)).toEqual(parts);
  });
});
