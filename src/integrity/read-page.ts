/** What a page refers to, and what in it a browser might run. */
export interface PageReading {
  /** Values of attributes that hold addresses, as the browser takes them. */
  addresses: string[];
  ids: Set<string>;
  canonical: string | null;
  hasPolicy: boolean;
  /** Scripts, handlers and addresses that run code; styles in the page; files that are fetched from other sites. */
  unsafe: { kind: 'script' | 'style' | 'foreign'; what: string }[];
  isWhole: boolean;
}

const tag = /<([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
/** What most elements have, in formulas above all: nothing to look at. */
const onlyClass = /^ class="[^"]*"(?: aria-hidden="true")?$/;
const attribute = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const addressAttributes = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data', 'xlink:href']);
/** Addresses of the web, of mail, of images in place, and those without a scheme. */
const harmless = /^(?:https?:|mailto:|data:image\/|[^:]*$|[^:]*[/?#])/i;

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x26': '&',
  '#x3C': '<',
};
const decoded = (text: string): string =>
  text.includes('&') ? text.replace(/&([#\w]+);/g, (whole, name: string) => entities[name] ?? whole) : text;

/** Reads the HTML of a built page, in which every `<` of a text is escaped. */
export function readPage(html: string): PageReading {
  const page: PageReading = {
    addresses: [],
    ids: new Set(),
    canonical: null,
    hasPolicy: false,
    unsafe: [],
    isWhole: /<\/html>\s*$/.test(html),
  };
  for (const [, name, rest] of html.matchAll(tag))
    if (rest !== '' && !onlyClass.test(rest!)) readTag(name!.toLowerCase(), rest!, page);
  for (const [script, attributes, code] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi))
    if (code!.trim() !== '' && !/type="application\/(?:ld\+)?json"/.test(attributes!))
      page.unsafe.push({ kind: 'script', what: `an inline script (${script.slice(0, 60)})` });
  if (/<style[\s>]/i.test(html)) page.unsafe.push({ kind: 'style', what: 'an inline style sheet' });
  return page;
}

function readTag(name: string, rest: string, page: PageReading): void {
  const values: Record<string, string> = Object.create(null);
  for (const [, key, ...quoted] of rest.matchAll(attribute))
    values[key!.toLowerCase()] = decoded(quoted.find((value) => value !== undefined) ?? '');
  for (const [key, value] of Object.entries(values)) {
    const what = `<${name} ${key}="${value.slice(0, 60)}">`;
    if (key === 'id') page.ids.add(value);
    else if (key === 'style') page.unsafe.push({ kind: 'style', what });
    else if (key === 'srcdoc' || /^on[a-z]/.test(key)) page.unsafe.push({ kind: 'script', what });
    else if (addressAttributes.has(key)) {
      page.addresses.push(value);
      if (!harmless.test(value.replace(/[\u0000-\u0020]/g, ''))) page.unsafe.push({ kind: 'script', what });
      const isFetched = key === 'src' || (name === 'link' && values['rel'] === 'stylesheet');
      if (isFetched && /^(?:https?:)?\/\//i.test(value)) page.unsafe.push({ kind: 'foreign', what });
    }
  }
  if (name === 'link' && values['rel'] === 'canonical') page.canonical = values['href'] ?? null;
  if (name === 'meta') readMeta(values, page);
}

function readMeta(values: Record<string, string>, page: PageReading): void {
  const content = values['content'] ?? '';
  const event = values['http-equiv']?.toLowerCase();
  if (event === 'content-security-policy') page.hasPolicy = true;
  if (event === 'refresh') page.addresses.push(/url=(.*)$/i.exec(content)?.[1] ?? '');
  if (values['property'] === 'og:image') page.addresses.push(content);
}
