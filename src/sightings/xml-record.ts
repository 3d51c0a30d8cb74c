import { XMLParser } from 'fast-xml-parser';
import { field, isRecord, type JsonRecord } from './record.ts';

/** Elements that may occur several times in an entry. */
const REPEATED = new Set(['author', 'category', 'link', 'creator']);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  isArray: (name) => REPEATED.has(name),
  processEntities: { enabled: true, maxTotalExpansions: 100_000, maxExpandedLength: 4_000_000 },
});

/** The one element that a text consists of, as a record: attributes begin with `@`, texts are `#text` or strings. */
export function xmlRecord(text: string): JsonRecord | { error: string } {
  try {
    const parsed: unknown = parser.parse(text);
    const element = isRecord(parsed) ? Object.values(parsed).find(isRecord) : undefined;
    return element ?? { error: 'no element' };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

/** The text of an element, or of the first of several; empty where there is none. */
export function xmlText(record: unknown, name: string): string {
  const value = field(record, name);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string') return first;
  const text = field(first, '#text');
  return typeof text === 'string' ? text : '';
}
