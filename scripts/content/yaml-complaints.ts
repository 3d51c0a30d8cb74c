import { isMap, isScalar, isSeq, type Document, type LineCounter } from 'yaml';
import { z } from 'zod';

const nouns: Record<string, string> = {
  string: 'a text',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
  array: 'a list, each line “- …”',
  object: 'lines “name: value”',
  record: 'lines “name: value”',
  null: 'nothing (null)',
};

/**
 * What is expected where a schema finds something else, in the words of an owner who has never seen a schema. Undefined
 * for what Zod's own words or those of the schema say well.
 */
export const expectation: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownNames(issue.keys, issue.inst);
    case 'invalid_key':
      return issue.issues[0]?.message;
    case 'invalid_union':
      return issue.errors.flatMap(([first]) => first?.message ?? []).join(', or ');
    case 'invalid_format':
      if (issue.format === 'date') return 'a date such as 2025-10-28';
      return issue.format === 'url' ? 'an address such as https://example.org/' : undefined;
    case 'too_small':
      return issue.origin === 'number' ? undefined : 'it is empty';
    case 'invalid_type':
      return otherType(nouns[issue.expected], issue.input, issue.inst);
    default:
      return undefined;
  }
};

function unknownNames(names: readonly string[], schema: unknown): string {
  return `there is no ${names.map((name) => `“${name}”`).join(', ')} here${knownNames(schema)}`;
}

function knownNames(schema: unknown): string {
  return schema instanceof z.ZodObject ? `; known: ${Object.keys(schema.shape).join(', ')}` : '';
}

function otherType(noun: string | undefined, input: unknown, schema: unknown): string | undefined {
  if (noun === undefined) return undefined;
  if (input === undefined) return `it is missing: ${noun}`;
  return noun === nouns['string'] && typeof input !== 'object'
    ? `${noun}, which needs quotes here`
    : noun + knownNames(schema);
}

/** `line 12, accent.dark: `, without what is not known of it: the line of a name, and of what has a missing one. */
export function placeOf(issue: z.core.$ZodIssue, document: Document, lines: LineCounter): string {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const offset = offsetOf([...issue.path, ...unknown], document);
  const parts = [
    ...(offset === undefined ? [] : [`line ${lines.linePos(offset).line}`]),
    ...(issue.path.length === 0 ? [] : [z.core.toDotPath(issue.path)]),
  ];
  return parts.length === 0 ? '' : `${parts.join(', ')}: `;
}

/** Where the last step of a path that is there stands in the text; undefined when there is none. */
function offsetOf(path: readonly PropertyKey[], document: Document): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!isScalar(pair?.key)) return offset;
      offset = pair.key.range?.[0];
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = isMap(node) || isScalar(node) ? node.range?.[0] : offset;
    }
  }
  return offset;
}
