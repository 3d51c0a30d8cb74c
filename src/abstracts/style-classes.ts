import { createHash } from 'node:crypto';

/** The class that stands for a `style` attribute's value: the same in every build. */
export function styleClass(declarations: string): string {
  const digest = createHash('sha256').update(declarations).digest('base64url');
  return `k${digest.replace(/[-_]/g, '').slice(0, 7)}`;
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
