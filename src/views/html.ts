/** Markup that is safe to put into a page as it is. Made by `html` and `raw` only. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** What may stand in a hole of `html`: text (escaped), markup (as it is), lists of both, and nothing. */
export type Content = Markup | string | number | null | undefined | false | readonly Content[];

const special = /["&'<>]/;
const entities: Record<string, string> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
};

/** Escapes text for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return special.test(text) ? text.replace(/["&'<>]/g, (char) => entities[char]!) : text;
}

/** Vouches for markup made elsewhere (rendered mathematics). */
export const raw = (text: string): Markup => new Markup(text);

const compacted = new WeakMap<TemplateStringsArray, readonly string[]>();

/**
 * The strings of a template without what only serves the source: line breaks, indentation, slashes of void elements.
 */
function compact(strings: TemplateStringsArray): readonly string[] {
  let parts = compacted.get(strings);
  if (parts === undefined) compacted.set(strings, (parts = strings.map(compactText)));
  return parts;
}

const compactText = (text: string): string =>
  text
    .replace(/\s*\n\s*(?=\/?>)/g, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/ ?\/>/g, '>');

/**
 * Joins strings of a template with its values, escaping each value that is not markup. A line break in the template,
 * with the white space around it, is one space; elements are void by name, never by a slash (in SVG too, close them).
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const parts = compact(strings);
  let text = parts[0]!;
  for (let index = 0; index < values.length; index++) text += render(values[index]) + parts[index + 1]!;
  return new Markup(text);
}

/** Joins contents with a separator, leaving out the empty ones. */
export function join(contents: readonly Content[], separator: Content): Markup {
  const parts = contents.map(render).filter((part) => part !== '');
  return new Markup(parts.join(render(separator)));
}

function render(content: Content): string {
  if (content instanceof Markup) return content.text;
  if (content == null || content === false) return '';
  if (typeof content === 'string') return escapeHtml(content);
  if (typeof content === 'number') return String(content);
  return content.map(render).join('');
}
