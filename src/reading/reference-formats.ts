import { bibtex } from '#citation/bibtex.ts';
import { cslJson } from '#citation/csl-json.ts';
import { plainReference } from '#citation/plain-reference.ts';
import { ris } from '#citation/ris.ts';
import type { CitationRecord } from '#citation/schema.ts';

/** A form in which references leave the site: `file` and `type` are of the download. */
export interface ReferenceFormat {
  name: string;
  file: string;
  type: string;
  write: (records: readonly CitationRecord[]) => string;
}

/** What reference managers read, the commonest first. */
export const referenceFormats: readonly ReferenceFormat[] = [
  { name: 'BibTeX', file: 'papers.bib', type: 'application/x-bibtex', write: bibtex },
  { name: 'RIS', file: 'papers.ris', type: 'application/x-research-info-systems', write: ris },
  {
    name: 'CSL-JSON',
    file: 'papers.csl.json',
    type: 'application/vnd.citationstyles.csl+json',
    write: (records) => `${JSON.stringify(cslJson(records), null, 2)}\n`,
  },
  {
    name: 'Plain text',
    file: 'papers.txt',
    type: 'text/plain',
    write: (records) => records.map((record) => `${plainReference(record)}\n`).join(''),
  },
];
