import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Finding } from '#integrity/schema.ts';
import { paperDataSchema, type PaperData } from '#syndication/data-schema.ts';
import { linesOf } from '../commands/lines-of.ts';

/** Where a site keeps the data of all its papers. */
export const papersPath = 'data/papers.jsonl.gz';

export type PublishedRecord = Pick<PaperData, 'id' | 'slug' | 'url' | 'sightings'>;

/** Reads the data of all papers of a site; lines that do not follow the schema are findings. */
export async function readPublishedPapers(
  file: string,
): Promise<{ papers: PublishedRecord[]; findings: Finding[] }> {
  const papers: PublishedRecord[] = [];
  const findings: Finding[] = [];
  const complain = (line: number | null, text: string) =>
    findings.push({ rule: 'data-damaged', place: papersPath, line, text });
  let number = 0;
  try {
    // Whatever happens to either stream is thrown where the lines are read.
    const input = pipeline(createReadStream(file), createGunzip(), () => {});
    for await (const line of linesOf(input)) {
      number += 1;
      const parsed = paperDataSchema.safeParse(JSON.parse(line));
      if (!parsed.success) complain(number, 'The line does not follow the schema of papers. Build again.');
      else {
        const { id, slug, url, sightings } = parsed.data;
        papers.push({ id, slug, url, sightings });
      }
    }
  } catch (error) {
    complain(
      number + 1,
      `The papers cannot be read from here on (${(error as Error).message}). Build again.`,
    );
  }
  return { papers, findings };
}
