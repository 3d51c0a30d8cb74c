import { escapeMarkup } from '#abstracts/escape.ts';
import { xmlText } from './xml-text.ts';

/** Attributes by name; those without a value are left out. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** An XML element that holds text. */
export function textElement(name: string, text: string, attributes: XmlAttributes = {}): string {
  return `<${name}${written(attributes)}>${escapeMarkup(xmlText(text))}</${name}>`;
}

/** An XML element that holds HTML, which needs no escapes there. */
export function htmlElement(name: string, html: string, attributes: XmlAttributes = {}): string {
  const content = xmlText(html).replaceAll(']]>', ']]]]><![CDATA[>');
  return `<${name}${written(attributes)}><![CDATA[${content}]]></${name}>`;
}

/** An XML element that holds nothing. */
export function emptyElement(name: string, attributes: XmlAttributes): string {
  return `<${name}${written(attributes)}/>`;
}

/** An XML element around other elements, a line each; the empty ones among them are left out. */
export function element(name: string, attributes: XmlAttributes, children: readonly string[]): string {
  return `<${name}${written(attributes)}>\n${children.filter((child) => child !== '').join('\n')}\n</${name}>`;
}

/** The beginning of an XML file, with the style sheets for browsers. */
export function xmlDocument(stylesheets: readonly { type: string; href: string }[], root: string): string {
  const instructions = stylesheets.map((stylesheet) => `<?xml-stylesheet${written(stylesheet)}?>\n`);
  return `<?xml version="1.0" encoding="utf-8"?>\n${instructions.join('')}${root}\n`;
}

function written(attributes: XmlAttributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeMarkup(xmlText(value))}"`))
    .join('');
}
