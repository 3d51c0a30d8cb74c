import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

const forbidden = new Set('iframe frame frameset object embed applet base portal template'.split(' '));
const addresses = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data', 'xlink:href', 'srcset']);

/** What in a page could run or load something that is not the site's own; `isMail`: inline styles are fine. */
export function dangersOfPage(html: string, isMail: boolean): string[] {
  return dangers(
    parse(html),
    isMail ? ['style'] : ['script', 'style', 'link', 'meta', 'form', 'input', 'img'],
    isMail,
  );
}

/** The same of the HTML within a feed, which readers of feeds show. */
export function dangersOfFragment(html: string): string[] {
  return dangers(parseFragment(html), [], false);
}

function dangers(root: Node, allowed: readonly string[], mayStyle: boolean): string[] {
  const found: string[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) {
      const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
      const special = ['script', 'style', 'link', 'form', 'input', 'img'];
      if (forbidden.has(node.tagName)) found.push(`<${node.tagName}>`);
      if (special.includes(node.tagName) && !allowed.includes(node.tagName)) found.push(`<${node.tagName}>`);
      if (node.tagName === 'style' && !mayStyle) found.push('<style>');
      if (
        node.tagName === 'script' &&
        !attributes.has('src') &&
        !/^application\/(?:ld\+)?json$/.test(attributes.get('type') ?? '')
      )
        found.push('an inline script');
      for (const [name, value] of attributes) {
        const isOwn = /^\/trap\//.test(value) || /^[#?]/.test(value);
        if (name.startsWith('on') || name === 'srcdoc' || (name === 'style' && !mayStyle))
          found.push(`${node.tagName} ${name}`);
        if (addresses.has(name) && !isOwn && !/^(?:https?:\/\/|mailto:)/.test(value))
          found.push(`${name}=${value}`);
        const isLoaded =
          name === 'src' || name === 'srcset' || name === 'action' || attributes.get('rel') === 'stylesheet';
        if (isLoaded && !isOwn && addresses.has(name)) found.push(`loads ${value}`);
      }
    }
    if ('content' in node) walk(node.content);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(root);
  return found;
}

/** The text of a page. */
export function textOf(html: string): string {
  let text = '';
  const walk = (node: Node): void => {
    if (node.nodeName === '#text') text += (node as DefaultTreeAdapterTypes.TextNode).value;
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return text;
}
