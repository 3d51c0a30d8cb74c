import { createHash } from 'node:crypto';

/** The letter of each length that KaTeX sets; the others are rare. */
const letters: Readonly<Record<string, string>> = {
  height: 'h',
  left: 'x',
  'margin-left': 'l',
  'margin-right': 'r',
  'min-width': 'm',
  'padding-left': 'p',
  top: 't',
  'vertical-align': 'v',
  width: 'w',
};

const length = /^(-?)(\d+)(?:\.(\d+))?em$/;

/**
 * The class that stands for a `style` attribute's value, the same in every build: `height:0.8532em;top:-3em;` is
 * `kh0_8532t-3`. A name that repeats the digits of its rule compresses better than a hash of them, which is what
 * declarations of anything but lengths get.
 */
export function styleClass(declarations: string): string {
  let name = 'k';
  for (const declaration of declarations.split(';')) {
    if (declaration === '') continue;
    const [property = '', value = ''] = declaration.split(':');
    const match = length.exec(value);
    if (!match || !Object.hasOwn(letters, property)) return `kq${hashOf(declarations)}`;
    const [, sign = '', whole = '', fraction] = match;
    name += letters[property] + sign + whole + (fraction === undefined ? '' : `_${fraction}`);
  }
  return name;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').replace(/[-_]/g, '').slice(0, 7);
}

const classes = new Map<string, string>();

function knownClass(declarations: string): string {
  let name = classes.get(declarations);
  if (name === undefined) classes.set(declarations, (name = styleClass(declarations)));
  return name;
}

/** Colours would vanish on paper of another colour, and reach nobody who cannot see them. */
const colours = /(?:^|(?<=;))(?:background-)?color:[^;]*;?/g;

/**
 * Moves each `style` attribute of KaTeX's HTML into a class, which a strict content security policy and
 * `math.css` allow, and drops authors' colours.
 */
export function stylesToClasses(katexHtml: string): { html: string; styles: string[] } {
  const styles = new Set<string>();
  const html = katexHtml
    .replace(/(?: class="([^"]*)")? style="([^"]*)"/g, (_, names: string | undefined, style: string) => {
      const kept = style.replace(colours, '');
      if (kept) styles.add(kept);
      const all = [names, kept && knownClass(kept)].filter(Boolean).join(' ');
      return all && ` class="${all}"`;
    })
    .replace(/ math(?:color|background)="[^"]*"/g, '');
  return { html, styles: [...styles] };
}
