import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { expect, it } from 'vitest';
import { paperColours } from '#site/accent-contrast.ts';
import { createUrls } from '#site/urls.ts';

const urls = createUrls({ url: 'https://papers.example.org', base: '/' });

it.each([
  [urls.touchIcon, 180],
  [urls.icon, 512],
])('%s is the icon on paper, with room for corners to be cut off', (path, size) => {
  const file = readFileSync(new URL(`../../../public${path}`, import.meta.url));
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([size, size]);
  const image = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${size}" height="${size}"><image width="${size}" height="${size}" xlink:href="data:image/png;base64,${file.toString('base64')}"/></svg>`;
  const { pixels } = new Resvg(image).render();
  const colourAt = (x: number, y: number): string =>
    `#${pixels.subarray(4 * (y * size + x), 4 * (y * size + x) + 3).toString('hex')}`;
  let [inked, outside] = [0, 0];
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      if (colourAt(x, y) === paperColours.light) continue;
      inked += 1;
      // What Android shows at least is a circle of four fifths of the width.
      if (Math.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2) > 0.4 * size) outside += 1;
    }
  expect(inked / size ** 2).toBeGreaterThan(0.1);
  expect(outside).toBe(0);
});
