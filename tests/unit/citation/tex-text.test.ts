import { describe, expect, it } from 'vitest';
import { texText } from '#citation/tex-text.ts';

describe('texText', () => {
  it.each([
    ['A plain (text), really: 1+1=2!', 'A plain (text), really: 1+1=2!'],
    ['50% of R&D #1 a_b $5 {x}', String.raw`50\% of R\&D \#1 a\_b \$5 \textbraceleft{}x\textbraceright{}`],
    ['~ ^ \\', String.raw`\textasciitilde{} \textasciicircum{} \textbackslash{}`],
    [
      'Gödel, Čech, Erdős, naïve, ç, Łoś',
      String.raw`G{\"o}del, {\v{C}}ech, Erd{\H{o}}s, na{\"\i}ve, {\c{c}}, {\L}o{\'s}`,
    ],
    ['Go\u0308del', String.raw`G{\"o}del`],
    ['α–β “x”…', String.raw`$\alpha$--$\beta$ ${'``'}x''\ldots{}`],
    ['王小明', '王小明'],
  ])('%s', (text, tex) => {
    expect(texText(text)).toBe(tex);
  });
});
