/** An element of MathML: its name, attributes, and either children or text. */
export interface MathElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: MathElement[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

const unescape = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name]!);

/** The MathML in KaTeX's HTML as a tree, without the annotation that repeats the TeX. */
export function mathTree(katexHtml: string): MathElement {
  const from = katexHtml.indexOf('<math');
  const to = katexHtml.indexOf('</math>', from);
  const root: MathElement = { name: 'math', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const match of katexHtml.slice(from, to).matchAll(/<(\/?)([a-z]+)([^>]*?)(\/?)>([^<]*)/g)) {
    const [, closes, name = '', attributes = '', isEmpty, text = ''] = match;
    if (closes) {
      open.pop();
      continue;
    }
    const element: MathElement = {
      name,
      attributes: attributesOf(attributes),
      children: [],
      text: unescape(text),
    };
    open.at(-1)!.children.push(element);
    if (!isEmpty) open.push(element);
  }
  const math = root.children[0] ?? root;
  const content = math.children[0]?.children[0];
  return { ...math, children: content ? [content] : [] };
}

function attributesOf(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, value] of source.matchAll(/ ([a-z]+)="([^"]*)"/g)) attributes[name!] = unescape(value!);
  return attributes;
}
