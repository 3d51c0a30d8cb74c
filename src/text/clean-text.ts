/** A cleaned text, and how many characters that nobody can see were taken out of it. */
export interface CleanText {
  text: string;
  removed: number;
}

/*
 * Controls; soft hyphen; Arabic letter mark; Mongolian vowel separator; zero-width space; directional marks,
 * embeddings, overrides and isolates; word joiner and invisible operators; byte order mark; interlinear
 * annotation; tag characters.
 */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/* Joiners shape emoji and Indic and Arabic script; next to ASCII they only hide. */
const STRAY_JOINER =
  /(?<![^\p{ASCII}\s])[\u200c\u200d]+|(?<![\u200c\u200d])[\u200c\u200d]+(?![^\p{ASCII}\s])/gu;

const SUSPICIOUS =
  /[\u0000-\u0008\u000e-\u001b\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]/;

const SPACE = /[\s\u001c-\u001f\u0085]+/g;
const PARAGRAPH_BREAK = /\r?\n[^\S\n]*\r?\n\s*/;

/**
 * Collapses every run of white space (no-break spaces, tabs, line ends) into one space, removes characters that have
 * no width or turn the reading direction, and replaces lone surrogates by U+FFFD.
 */
export function cleanText(text: string): CleanText {
  if (!SUSPICIOUS.test(text)) return { text: collapse(text), removed: 0 };
  let removed = 0;
  const remove = (match: string) => {
    removed += match.length;
    return '';
  };
  const visible = text.toWellFormed().replace(INVISIBLE, remove).replace(STRAY_JOINER, remove);
  return { text: collapse(visible), removed };
}

/** As `cleanText`, for each paragraph: blank lines stay as `\n\n`. */
export function cleanParagraphs(text: string): CleanText {
  const paragraphs = text.trim().split(PARAGRAPH_BREAK).map(cleanText);
  return {
    text: paragraphs
      .map((paragraph) => paragraph.text)
      .filter((paragraph) => paragraph !== '')
      .join('\n\n'),
    removed: paragraphs.reduce((sum, paragraph) => sum + paragraph.removed, 0),
  };
}

function collapse(text: string): string {
  return text.replace(SPACE, ' ').trim();
}
