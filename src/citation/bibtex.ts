import { citationKeys } from './citation-key.ts';
import { splitName } from './names.ts';
import type { CitationRecord } from './schema.ts';
import { texText } from './tex-text.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** BibTeX entries of papers, in their order, with blank lines between them. Fields that are not known are left out. */
export function bibtex(records: readonly CitationRecord[]): string {
  const keys = citationKeys(records);
  return records.map((record, index) => bibtexEntry(record, keys[index]!)).join('\n');
}

function bibtexEntry(record: CitationRecord, key: string): string {
  const { texTitle, authors, moreAuthors, date, arxivId, primaryClass, doi, url } = record;
  const [year, month] = date?.split('-') ?? [];
  const names = [...authors.map(texName), ...(moreAuthors > 0 ? ['others'] : [])];
  const fields: [string, string | null | undefined][] = [
    ['title', braced(texTitle)],
    ['author', authors.length === 0 ? null : braced(names.join(' and '))],
    ['year', year && braced(year)],
    ['month', month && months[Number(month) - 1]],
    ['eprint', arxivId && braced(arxivId)],
    ['archivePrefix', arxivId && '{arXiv}'],
    ['primaryClass', primaryClass && braced(texText(primaryClass))],
    ['doi', doi && braced(doi.replace(/[{}\\]/g, ''))],
    ['url', braced(url.replace(/[{}\\]/g, encodeURIComponent))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []));
  return `@misc{${key},\n${lines.join(',\n')}\n}\n`;
}

const braced = (value: string): string => `{${value}}`;

function texName(author: string): string {
  const name = splitName(author);
  if ('literal' in name) return `{${texText(name.literal)}}`;
  const parts = [name.family, ...(name.suffix ? [name.suffix] : []), name.given];
  return parts.map((part) => texText(part).replace(/\band\b/g, '{and}')).join(', ');
}
