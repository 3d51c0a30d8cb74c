/** A name of a person, or of anyone else as `literal`. */
export type Name = { family: string; given: string; suffix?: string } | { literal: string };

const particles = new Set(
  'af al ap ben bin da das de del della den der di do dos du e el la le les lo los ten ter tho van von y zu zum zur'.split(
    ' ',
  ),
);
/** Written large these are particles before a family name, `Van` only before another: it is a name in its own right. */
const largeParticle = /^(?:De|Del|Della|Den|Der|Dos|Von)$/;
const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const organisation =
  /\b(?:AI|[Tt]eam|[Gg]roup|[Cc]onsortium|[Cc]ollaboration|[Ll]abs?|Inc|[Rr]esearch|[Uu]niversity|[Pp]roject)\b|[0-9&:]/;

/** Names that were split of late: each reference to a paper asks for those of its authors. */
const known = new Map<string, Name>();
const maxKnown = 1000;

/**
 * Splits a name, given as `Ada Lovelace`, `Ludwig van Beethoven`, `Lovelace, Ada` or `Martin Luther King Jr.`, into
 * family name and given names. What has one word, or looks like an organisation, stays whole.
 */
export function splitName(name: string): Name {
  let split = known.get(name);
  if (split === undefined) {
    if (known.size === maxKnown) known.clear();
    known.set(name, (split = splitAnew(name)));
  }
  return split;
}

function splitAnew(name: string): Name {
  const whole = name.replace(/\s+/g, ' ').trim();
  const [family = '', second, third] = whole.split(/\s*,\s*/);
  if (second !== undefined && third !== undefined && suffix.test(second))
    return { family, given: third, suffix: second };
  if (second !== undefined && !suffix.test(second))
    return { family, given: second, ...(third && suffix.test(third) ? { suffix: third } : {}) };
  const words = (second === undefined ? whole : `${family} ${second}`).split(' ');
  if (words.length < 2 || organisation.test(whole)) return { literal: whole };
  const last = words.length > 2 && suffix.test(words.at(-1)!) ? words.pop() : undefined;
  const particle = words.findIndex((word, index) => index > 0 && isParticle(word, words[index + 1]));
  const start = particle > 0 && particle < words.length - 1 ? particle : words.length - 1;
  return {
    family: words.slice(start).join(' '),
    given: words.slice(0, start).join(' '),
    ...(last === undefined ? {} : { suffix: last }),
  };
}

function isParticle(word: string, next = ''): boolean {
  return particles.has(word) || largeParticle.test(word) || (word === 'Van' && largeParticle.test(next));
}

/** `Family, Given, Jr.`, as BibTeX and RIS have names. */
export function invertedName(name: Name): string {
  if ('literal' in name) return name.literal;
  return [name.family, name.given, name.suffix].filter(Boolean).join(', ');
}
