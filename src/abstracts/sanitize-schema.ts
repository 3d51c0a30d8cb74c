import type { Options as Schema } from 'rehype-sanitize';

/** All that titles and abstracts may be made of. Formulas are `code` until they are typeset. */
export const abstractSchema: Schema = {
  strip: ['script', 'style'],
  tagNames: ['p', 'em', 'strong', 'code', 'a', 'br', 'sup', 'sub'],
  attributes: {
    a: ['href', ['rel', 'nofollow', 'noopener']],
    code: [['className', 'language-math', 'display', 'reconstructed', 'lossy']],
  },
  protocols: { href: ['http', 'https'] },
};
