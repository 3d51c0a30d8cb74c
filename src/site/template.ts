/**
 * Pages that there are many of (papers, authors) are laid out once by Astro as a template and then stamped, since
 * that is four times as fast as rendering each (see `npm run bench -- build`). A template page has the slug
 * `templateSlug`, and a marker where each page has something of its own.
 */
export const templateSlug = '__template__';

/** Stands in a template page for the part of this name. */
export const marker = (name: string): string => `@@digest:${name}@@`;

/** A template cut at its markers: texts and names of parts alternate, texts first. */
export type Template = readonly string[];

/** Cuts the HTML of a template page at its markers. Throws when there is none: then it is no template. */
export function parseTemplate(html: string): Template {
  const template = html.split(/@@digest:([a-z-]+)@@/);
  if (template.length === 1)
    throw new Error(
      'A template page has no marker to fill: the layout must be given marker(…) for its own parts.',
    );
  return template;
}

/** Fills a template. Throws when a part is not given. */
export function stamp(template: Template, parts: Readonly<Record<string, string>>): string {
  let html = '';
  for (let index = 0; index < template.length; index += 1) {
    const text = template[index]!;
    if (index % 2 === 0) {
      html += text;
      continue;
    }
    const part = parts[text];
    if (part === undefined)
      throw new Error(`The template asks for a part "${text}", which the page does not give.`);
    html += part;
  }
  return html;
}
