import { describe, expect, it } from 'vitest';
import { html, join, raw } from '#views/html.ts';

describe('html', () => {
  it('escapes text wherever it stands', () => {
    const evil = `"><script>alert('x')</script>&`;
    expect(html`<a title="${evil}">${evil}</a>`.text).toBe(
      '<a title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</a>',
    );
  });

  it('keeps markup, also in lists and nested', () => {
    const items = ['a<b', 'c'].map((item) => html`<li>${item}</li>`);
    expect(
      html`<ul>
        ${items}${raw('<hr>')}
      </ul>`.text,
    ).toBe('<ul> <li>a&lt;b</li><li>c</li><hr> </ul>');
  });

  it('leaves out nothing-values, but not zero', () => {
    expect(html`${null}${undefined}${false}${''}${0}`.text).toBe('0');
  });
});

describe('join', () => {
  it('leaves out the empty contents and escapes the separator', () => {
    expect(join(['a', null, html``, false, 'b'], ' & ').text).toBe('a &amp; b');
  });
});
