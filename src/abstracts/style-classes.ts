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

const inEm = /^([a-z-]+):(-?\d*\.?\d+)em$/;

/**
 * The declarations of a `style` attribute's value, with lengths in hundredths of an em: a fifth of a pixel, which
 * nobody sees, while KaTeX's four digits make a rule of their own for nearly every formula that is tall.
 */
export function declarationsOf(style: string): string[] {
  return style
    .split(';')
    .filter((declaration) => declaration !== '')
    .map((declaration) =>
      declaration.replace(inEm, (_, property: string, value: string) => {
        const hundredths = Math.round(Number(value) * 100);
        return `${property}:${String(hundredths / 100).replace(/^(-?)0\./, '$1.')}em`;
      }),
    );
}

/**
 * The class that stands for a declaration, the same in every build: `top:-3.06em` is `kt-306`. A name that repeats
 * the digits of its rule compresses better than a hash of it, which is what anything but lengths gets.
 */
export function styleClass(declaration: string): string {
  const [, property = '', value = ''] = inEm.exec(declaration) ?? [];
  if (!Object.hasOwn(letters, property)) return `kq${hashOf(declaration)}`;
  return `k${letters[property]}${Math.round(Number(value) * 100)}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').replace(/[-_]/g, '').slice(0, 7);
}

const known = new Map<string, { declarations: readonly string[]; names: string }>();

function classesOf(style: string) {
  let classes = known.get(style);
  if (classes === undefined) {
    const declarations = declarationsOf(style);
    known.set(style, (classes = { declarations, names: declarations.map(styleClass).join(' ') }));
  }
  return classes;
}

/** Colours would vanish on paper of another colour, and reach nobody who cannot see them. */
const colours = /(?:^|(?<=;))(?:background-)?color:[^;]*;?/g;

/**
 * Moves each `style` attribute of KaTeX's HTML into classes, one for each declaration, which a strict content security
 * policy and `math.css` allow, and drops authors' colours. `styles` are the declarations.
 */
export function stylesToClasses(katexHtml: string): { html: string; styles: string[] } {
  const styles = new Set<string>();
  const html = katexHtml
    .replace(/(?: class="([^"]*)")? style="([^"]*)"/g, (_, names: string | undefined, style: string) => {
      const { declarations, names: own } = classesOf(style.replace(colours, ''));
      declarations.forEach((declaration) => styles.add(declaration));
      const all = [names, own].filter(Boolean).join(' ');
      return all && ` class="${all}"`;
    })
    .replace(/ math(?:color|background)="[^"]*"/g, '');
  return { html, styles: [...styles] };
}
