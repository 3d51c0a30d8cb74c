import { XMLParser, XMLValidator } from 'fast-xml-parser';
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
  const validity = XMLValidator.validate(text, { allowBooleanAttributes: false });
  if (validity !== true) return { error: validity.err.msg };
  try {
    const parsed: unknown = parser.parse(text);
    const element = isRecord(parsed) ? Object.values(parsed).find(isRecord) : undefined;
    return element ?? { error: 'no element' };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

/** The text of an element and of the elements within it, or of the first of several; empty where there is none. */
export function xmlText(record: unknown, name: string): string {
  const value = field(record, name);
  return textOf(Array.isArray(value) ? value[0] : value);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join(' ');
  if (!isRecord(value)) return '';
  const parts = Object.entries(value).filter(([key]) => !key.startsWith('@'));
  return parts.map(([, part]) => textOf(part)).join(' ');
}
