import { crc32 } from 'node:zlib';
import { socialImageSize } from './schema.ts';
import type { Colour } from './draw-card.ts';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const bitsPerPixel = 4;
const indexedColour = 3;

/** The bytes that every whole PNG file ends with. */
export const pngEnd = chunk('IEND', new Uint8Array());

/** A PNG file (ISO/IEC 15948) with a palette, of rows that are deflated (RFC 1950) already. */
export function png(palette: readonly Colour[], deflatedRows: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(socialImageSize.width, 0);
  header.writeUInt32BE(socialImageSize.height, 4);
  header.set([bitsPerPixel, indexedColour, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', deflatedRows),
    pngEnd,
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
