/**
 * The addresses of the fonts that a page's formulas need: those of the families that the rules for its classes name,
 * in all their weights and slopes. `mathCss` is the site's style sheet of formulas.
 */
export function mathFonts(mathCss: string, html: string): string[] {
  const classes = new Set([...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => names!.split(/\s+/)));
  const families = new Set<string>();
  for (const [, selectors, body] of mathCss.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const named = /@font-face/.test(selectors!) ? null : body!.match(/KaTeX_\w+/g);
    if (named && selectors!.split(',').some((selector) => isUsed(selector, classes)))
      named.forEach((family) => families.add(family));
  }
  const faces = [...mathCss.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, body]) => body!);
  return faces.flatMap((face) => {
    const family = /font-family:\s*["']?(\w+)/.exec(face)?.[1] ?? '';
    return families.has(family) ? [...face.matchAll(/url\(([^)]+)\)/g)].map(([, url]) => url!) : [];
  });
}

function isUsed(selector: string, classes: ReadonlySet<string>): boolean {
  const named = [...selector.matchAll(/\.([\w-]+)/g)];
  return named.length > 0 && named.every(([, name]) => classes.has(name!));
}
