import { expect, it } from 'vitest';
import { readPage } from '#integrity/read-page.ts';

it('reads addresses, places and the canonical address', () => {
  const page = readPage(
    `<!doctype html><html><head><link rel="canonical" href="https://a.example/p/?a=1&amp;b=2"><meta property="og:image" content="/i.png">` +
      `<meta http-equiv="refresh" content="0; url=/new/"></head><body><a title="a > b" href='/x/#y'>x</a><p id=here>1 &lt; 2</p></body></html>\n`,
  );
  expect(page.addresses).toEqual(['https://a.example/p/?a=1&b=2', '/i.png', '/new/', '/x/#y']);
  expect(page.canonical).toBe('https://a.example/p/?a=1&b=2');
  expect([...page.ids]).toEqual(['here']);
  expect(page.unsafe).toEqual([]);
  expect([page.isWhole, page.hasPolicy]).toEqual([true, false]);
});

it.each([
  ['<script>alert(1)</script>', 'script'],
  ['<ScRiPt type="module">import "/x.js"</sCrIpT>', 'script'],
  ['<img src="x" onerror="alert(1)">', 'script'],
  ["<svg/onload='alert(1)'>", 'script'],
  ['<a href="javascript:alert(1)">x</a>', 'script'],
  ['<a href=" java&#x26;\tscript:alert(1)">x</a>', 'script'],
  ['<a href="data:text/html,x">x</a>', 'script'],
  ['<iframe srcdoc="x"></iframe>', 'script'],
  ['<form action="vbscript:x"></form>', 'script'],
  ['<p style="color:red">x</p>', 'style'],
  ['<style>p{}</style>', 'style'],
  ['<script src="https://cdn.example/x.js"></script>', 'foreign'],
  ['<link rel="stylesheet" href="//cdn.example/x.css">', 'foreign'],
])('calls %s unsafe', (html, kind) => {
  expect(readPage(html).unsafe.map((unsafe) => unsafe.kind)).toContain(kind);
});

it.each([
  '<script src="/theme.js"></script>',
  '<script type="application/ld+json">{"a":"onclick=1"}</script>',
  '<a title="onclick=alert(1) style=x" href="https://b.example/?u=javascript:x">x</a>',
  '<img src="data:image/png;base64,AA==">',
  '<a href="mailto:a@b.example">x</a>',
  '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
])('calls %s safe', (html) => {
  expect(readPage(html).unsafe).toEqual([]);
});
