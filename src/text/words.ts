import { fold } from './fold.ts';
import { prose } from './prose.ts';
import { stem } from './stem.ts';

/**
 * A form of a word. `surface` is as written, `folded` for comparing, `stem` for comparing inflections.
 * `capitals`: written with two capital letters or more (`LLMs`, `NeRF`), hence a name and not a common word.
 */
export interface WordForm {
  surface: string;
  folded: string;
  stem: string;
  capitals: boolean;
}

/** A word in its place. `glued`: nothing but spaces or hyphens stand between it and the word before. */
export interface Word {
  form: WordForm;
  glued: boolean;
}

const forms = new Map<string, WordForm>();

function formOf(surface: string): WordForm {
  let form = forms.get(surface);
  if (form === undefined) {
    const folded = fold(surface);
    form = { surface, folded, stem: stem(folded), capitals: /\p{Lu}.*\p{Lu}/u.test(surface) };
    forms.set(surface, form);
  }
  return form;
}

/** The words of a text in order; hyphens and slashes separate, formulas and addresses are left out. */
export function words(text: string): Word[] {
  const plain = prose(text);
  const found: Word[] = [];
  let end = -1;
  for (const { 0: surface, index } of plain.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const between = end < 0 ? '.' : plain.slice(end, index);
    end = index + surface.length;
    if (surface === 's' && (between === "'" || between === '’')) continue;
    found.push({ form: formOf(surface), glued: between === ' ' || /^[\s\-‐-―/_]*$/.test(between) });
  }
  return found;
}
