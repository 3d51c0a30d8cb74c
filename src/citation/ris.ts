import { invertedName, splitName } from './names.ts';
import type { CitationRecord } from './schema.ts';

/** RIS records of papers, in their order, with the line ends that RIS asks for. Unknown fields are left out. */
export function ris(records: readonly CitationRecord[]): string {
  return records.map(risRecord).join('');
}

function risRecord({ title, authors, moreAuthors, date, arxivId, doi, url }: CitationRecord): string {
  const tags: [string, string | null][] = [
    ['TY', arxivId === null ? 'GEN' : 'UNPB'],
    ['TI', title],
    ...authors.map((author): [string, string] => ['AU', invertedName(splitName(author))]),
    ['AU', moreAuthors > 0 ? 'et al.' : null],
    ['PY', date && date.slice(0, 4)],
    ['DA', date && [...date.split('-'), '', ''].slice(0, 3).join('/') + '/'],
    ['PB', arxivId && 'arXiv'],
    ['AN', arxivId && `arXiv:${arxivId}`],
    ['DO', doi],
    ['UR', url],
  ];
  const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []));
  return [...lines, 'ER  - ', '', ''].join('\r\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
