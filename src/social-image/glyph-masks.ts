import type { GlyphMask, RenderSvg } from './schema.ts';

/** Letters are placed at quarters of a pixel: finer is not seen, and each place is drawn but once. */
export const placesPerPixel = 4;

/**
 * The function that draws a letter at a size, moved right by so many quarters of a pixel (0 to 3). The cards of a site
 * are set in few letters and sizes, so that nearly all masks serve again.
 */
export function createGlyphMasks(
  render: RenderSvg,
): (path: string, size: number, quarters: number) => GlyphMask {
  const masksByPath = new Map<string, Map<string, GlyphMask>>();
  return (path, size, quarters) => {
    let masks = masksByPath.get(path);
    if (masks === undefined) masksByPath.set(path, (masks = new Map()));
    const key = `${size} ${quarters}`;
    let mask = masks.get(key);
    if (mask === undefined) masks.set(key, (mask = drawMask(path, size, quarters / placesPerPixel, render)));
    return mask;
  };
}

function drawMask(path: string, size: number, shift: number, render: RenderSvg): GlyphMask {
  const { left: minX, right: maxX, bottom: minY, top: maxY } = boundsOf(path);
  const left = Math.floor(minX * size + shift);
  const top = Math.floor(-maxY * size);
  const width = Math.max(1, Math.ceil(maxX * size + shift) - left);
  const height = Math.max(1, Math.ceil(-minY * size) - top);
  const pixels = render(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path d="${path}" transform="matrix(${size} 0 0 ${-size} ${shift - left} ${-top})"/></svg>`,
  );
  return { left, top, width, height, coverage: pixels.filter((_, place) => place % 4 === 3) };
}

/** A box around all points of a path, those that only bend its curves included. */
function boundsOf(path: string): { left: number; right: number; bottom: number; top: number } {
  const numbers = path.match(/-?\d*\.?\d+(?:e[-+]?\d+)?/g)!.map(Number);
  const xs = numbers.filter((_, place) => place % 2 === 0);
  const ys = numbers.filter((_, place) => place % 2 === 1);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    bottom: Math.min(...ys),
    top: Math.max(...ys),
  };
}
