import { MessageLog } from '#diagnostics/message-log.ts';
import type { Message } from '#diagnostics/message.ts';
import type { SiteConfig } from './schema.ts';

/** The paper of the site in both themes, as in `tokens.css`. */
export const paperColours = { light: '#fcfbf8', dark: '#191816' } as const;

/** What text of ordinary size needs (WCAG 2.2, success criterion 1.4.3). */
const minContrast = 4.5;

/**
 * What to say of an accent that is hard to read on the paper of its theme. Colours that are not written `#rgb` or
 * `#rrggbb` are taken on trust.
 */
export function accentMessages({ accent }: Pick<SiteConfig, 'accent'>): Message[] {
  const log = new MessageLog('site.yaml');
  for (const theme of ['light', 'dark'] as const) {
    const contrast = contrastOf(accent[theme], paperColours[theme]);
    if (contrast === null || contrast >= minContrast) continue;
    log.note(
      'warning',
      'accent-faint',
      null,
      `The accent ${accent[theme]} has a contrast of ${contrast.toFixed(1)} to the ${theme} paper ${paperColours[theme]}, and links are hard to read below ${minContrast}. Take a ${theme === 'light' ? 'darker' : 'lighter'} colour.`,
    );
  }
  return log.messages;
}

/** From 1 to 21, as WCAG 2.2 defines it; null when a colour is of another notation. */
function contrastOf(one: string, other: string): number | null {
  const [a, b] = [luminance(one), luminance(other)];
  return a === null || b === null ? null : (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number | null {
  const digits = /^#(?:([0-9a-f])([0-9a-f])([0-9a-f])|([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2}))$/i.exec(
    colour,
  );
  if (digits === null) return null;
  const [red, green, blue] = digits
    .slice(1)
    .filter((part) => part !== undefined)
    .map((part) => {
      const share = Number.parseInt(part.length === 1 ? part + part : part, 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
