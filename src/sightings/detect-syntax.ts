/** The syntax of a feed by the beginning of its text, which must not be all white space. */
export function detectSyntax(head: string): 'json' | 'xml' | 'text' {
  const start = head.trimStart();
  if (/^\[\s*(?:[[{"\]]|$)/.test(start) || /^\{\s*(?:["}]|$)/.test(start)) return 'json';
  if (/^<(?:\?xml|!--|!DOCTYPE|(?:[\w.-]+:)?(?:feed|rss|rdf|html|head|body)[\s>])/i.test(start)) return 'xml';
  return 'text';
}
