import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/**
 * Packs named byte arrays into one: a line of JSON with names and lengths, then the bytes, all under Brotli.
 */
export function packSections(sections: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const header = JSON.stringify(Object.entries(sections).map(([name, bytes]) => [name, bytes.length]));
  const whole = Buffer.concat([Buffer.from(`${header}\n`), ...Object.values(sections)]);
  return brotliCompressSync(whole, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

/** Undoes `packSections`; asking for a section that is not there throws. */
export function unpackSections(packed: Uint8Array): (name: string) => Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(brotliDecompressSync(packed));
  let at = whole.indexOf(10) + 1;
  const header = JSON.parse(new TextDecoder().decode(whole.subarray(0, at))) as [string, number][];
  const sections = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [name, length] of header) {
    sections.set(name, whole.slice(at, at + length));
    at += length;
  }
  return (name) => {
    const bytes = sections.get(name);
    if (!bytes)
      throw new Error(`The weights lack the section "${name}": train them anew with npm run train.`);
    return bytes;
  };
}
