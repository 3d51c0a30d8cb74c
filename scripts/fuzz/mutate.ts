import type { Random } from '../random.ts';

/** What breaks readers of text, markup and TeX more often than chance would. */
const tokens = [
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '</p>',
    '<!--',
    '-->',
    ']]>',
    '<![CDATA[',
    '&lt;',
    '&#0;',
  ],
  ...[
    'javascript:alert(1)',
    'data:text/html,x',
    'https://github.com/a/b',
    '//evil.example',
    '"',
    "'",
    '`',
    '\\"',
    '\\u0000',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    ',',
    ':',
    '$',
    '$$',
    '\\(',
    '\\)',
    '\\[',
    '\\begin{align}',
    '\\end{align}',
    '\\sqrt{',
  ],
  ...[
    '\\frac{a}{b}',
    '\\href{javascript:alert(1)}{x}',
    '\\def\\a{\\a\\a}\\a',
    '\\text{',
    'x_i',
    '^2',
    '\\%',
    '%',
    '&',
    '~',
    '--',
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\u202e',
    '\u200b',
    '\u0000',
    '\ud800',
    '\ufffd',
    '\u200d',
    '😀',
    'é',
  ],
  ...[
    '__proto__',
    'constructor',
    'null',
    '-1',
    '1e999',
    '9'.repeat(40),
    '2025-13-45',
    'Mar 11, 2025',
    '• 3 authors',
    'Subscribe',
  ],
  ...[
    '<entry>',
    '</entry>',
    '<item>',
    '<title>',
    '{"paper":{"title":"x"}}',
    'title:',
    'author:"x"',
    '-',
    'OR',
    '..',
    '*',
  ],
];

const mostChanges = 12;
const mostRepeats = 200;
/** Where time is square in the length of what feeds hold, so many take minutes. */
export const endlessRepeats = 50_000;

/**
 * Bytes like the given ones, with some of them changed, doubled, moved or left out. `endless` is how often something
 * may be repeated now and then.
 */
export function mutateBytes(bytes: Uint8Array, random: Random, endless = mostRepeats): Uint8Array {
  let changed = Buffer.from(bytes);
  for (let changes = random.below(mostChanges); changes >= 0; changes -= 1) {
    const at = random.below(changed.length + 1);
    const end = Math.min(changed.length, at + random.below(random.below(10) === 0 ? changed.length + 1 : 40));
    const [before, part, after] = [changed.subarray(0, at), changed.subarray(at, end), changed.subarray(end)];
    switch (random.below(6)) {
      case 0:
        changed = Buffer.concat([before, after]);
        break;
      case 1:
        changed = Buffer.concat([before, part, part, after]);
        break;
      case 2:
        changed = Buffer.concat([before, Buffer.from(random.pick(tokens)), changed.subarray(at)]);
        break;
      case 3:
        changed = Buffer.concat([
          before,
          Buffer.from(random.pick(tokens).repeat(timesOf(random, endless))),
          after,
        ]);
        break;
      case 4:
        changed = Buffer.concat([after, before, part]);
        break;
      default:
        if (at < changed.length)
          changed = Buffer.concat([before, Buffer.from([random.below(256)]), changed.subarray(at + 1)]);
    }
  }
  return changed;
}

const timesOf = (random: Random, endless: number): number =>
  random.below(random.below(50) === 0 ? endless : mostRepeats);

/** A text like the given one, changed in the same ways. */
export function mutateText(text: string, random: Random, endless = mostRepeats): string {
  return Buffer.from(mutateBytes(Buffer.from(text), random, endless)).toString();
}

/** A text of tokens alone. */
export function tokenText(random: Random): string {
  const separator = random.pick(['', ' ']);
  return Array.from({ length: random.below(60) }, () => random.pick(tokens)).join(separator);
}
