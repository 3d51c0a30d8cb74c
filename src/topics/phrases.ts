import { onceForForm, words, type Word } from '#text/words.ts';
import type { Topic } from './schema.ts';

/** One word of a phrase: its stem, or with `prefix` the beginning of the folded word. */
interface PhraseWord {
  text: string;
  prefix: boolean;
  capitals: boolean;
}

interface Phrase {
  topic: number;
  text: string;
  words: PhraseWord[];
  weight: number;
  exception: boolean;
}

/** A phrase, and the place of the word of a text where it begins. */
interface Match {
  phrase: Phrase;
  start: number;
}

/** A phrase of a topic that a document has: where in the text it was written, and what it adds. */
export interface PhraseHit {
  phrase: string;
  weight: number;
  inTitle: number;
  inAbstract: number;
  /** `weight` times the mentions that count. */
  points: number;
}

/** The evidence that a document's phrases give for one topic. */
export interface PhraseScore {
  points: number;
  hits: PhraseHit[];
}

const maxMentions = 3;
const titleMentions = 2;

function parsePhrase(text: string): PhraseWord[] {
  return text.split(/\s+/).flatMap((part): PhraseWord[] => {
    const parsed = words(part.replace(/\*$/, ''));
    return parsed.map(({ form }, index) => {
      const prefix = part.endsWith('*') && index === parsed.length - 1;
      return { text: prefix ? form.folded : form.stem, prefix, capitals: form.capitals };
    });
  });
}

function isAt(phrase: Phrase, text: readonly Word[], start: number): boolean {
  const { words: wanted } = phrase;
  if (start + wanted.length > text.length) return false;
  for (let offset = 0; offset < wanted.length; offset++) {
    const { text: part, prefix, capitals } = wanted[offset]!;
    const { form, glued } = text[start + offset]!;
    if (offset > 0 && !glued) return false;
    if (capitals && !form.capitals) return false;
    if (prefix ? !form.folded.startsWith(part) : form.stem !== part) return false;
  }
  return true;
}

/**
 * The phrases that begin with a word: by the stem of their second word, and those without one or with its beginning
 * only.
 */
interface Beginnings {
  bySecondStem: ReadonlyMap<string, readonly Phrase[]>;
  others: readonly Phrase[];
}

const noPhrases: readonly Phrase[] = [];
const noBeginnings: Beginnings = { bySecondStem: new Map(), others: noPhrases };
const nothing: PhraseScore = { points: 0, hits: [] };

/** Finds the phrases of all topics in one pass over a text. */
export class PhraseMatcher {
  readonly #topicCount: number;
  readonly #byFirstStem = new Map<string, Phrase[]>();
  readonly #prefixes: Phrase[] = [];

  constructor(topics: readonly Topic[]) {
    this.#topicCount = topics.length;
    topics.forEach((topic, index) => {
      for (const [weight, phrases] of Object.entries(topic.phrases))
        for (const text of phrases) this.#add(index, text, Number(weight), false);
      for (const text of topic.except) this.#add(index, text, 0, true);
    });
  }

  #add(topic: number, text: string, weight: number, exception: boolean): void {
    const phrase = { topic, text, words: parsePhrase(text), weight, exception };
    const [first] = phrase.words;
    if (first === undefined) return;
    if (first.prefix) this.#prefixes.push(phrase);
    else if (this.#byFirstStem.has(first.text)) this.#byFirstStem.get(first.text)!.push(phrase);
    else this.#byFirstStem.set(first.text, [phrase]);
  }

  /** The phrases that may begin with a word: found once for each, since texts share most of their words. */
  readonly #beginningWith = onceForForm((form): Beginnings => {
    const phrases = [
      ...(this.#byFirstStem.get(form.stem) ?? []),
      ...this.#prefixes.filter(({ words: [first] }) => form.folded.startsWith(first!.text)),
    ];
    if (phrases.length === 0) return noBeginnings;
    const hasSecondStem = ({ words: [, second] }: Phrase): boolean => second?.prefix === false;
    return {
      bySecondStem: Map.groupBy(phrases.filter(hasSecondStem), ({ words: [, second] }) => second!.text),
      others: phrases.filter((phrase) => !hasSecondStem(phrase)),
    };
  });

  /** The phrases in a text by topic; where two of a topic overlap the longer one counts. */
  #find(text: readonly Word[]): Map<number, Phrase[]> {
    const found = new Map<number, Match[]>();
    const take = (phrases: readonly Phrase[], start: number): void => {
      for (const phrase of phrases) {
        if (!isAt(phrase, text, start)) continue;
        const matches = found.get(phrase.topic);
        if (matches === undefined) found.set(phrase.topic, [{ phrase, start }]);
        else matches.push({ phrase, start });
      }
    };
    for (let start = 0; start < text.length; start++) {
      const beginnings = this.#beginningWith(text[start]!.form);
      if (beginnings === noBeginnings) continue;
      const { bySecondStem, others } = beginnings;
      take(others, start);
      const second = text[start + 1];
      if (second?.glued) take(bySecondStem.get(second.form.stem) ?? noPhrases, start);
    }
    return new Map(Array.from(found, ([topic, matches]) => [topic, withoutOverlaps(matches)]));
  }

  /** The score of each topic, in the order of the taxonomy. */
  score(title: readonly Word[], abstract: readonly Word[]): readonly PhraseScore[] {
    const inTitle = this.#find(title);
    const inAbstract = this.#find(abstract);
    return Array.from({ length: this.#topicCount }, (_, topic) =>
      inTitle.has(topic) || inAbstract.has(topic)
        ? scoreOf(inTitle.get(topic) ?? [], inAbstract.get(topic) ?? [])
        : nothing,
    );
  }
}

function withoutOverlaps(matches: Match[]): Phrase[] {
  if (matches.length < 2)
    return matches.filter(({ phrase }) => !phrase.exception).map(({ phrase }) => phrase);
  const taken = new Set<number>();
  const kept: Phrase[] = [];
  matches.sort(
    (a, b) =>
      b.phrase.words.length - a.phrase.words.length ||
      Number(b.phrase.exception) - Number(a.phrase.exception) ||
      a.start - b.start,
  );
  for (const { phrase, start } of matches) {
    const places = phrase.words.map((_, offset) => start + offset);
    if (places.some((place) => taken.has(place))) continue;
    for (const place of places) taken.add(place);
    if (!phrase.exception) kept.push(phrase);
  }
  return kept;
}

function scoreOf(inTitle: readonly Phrase[], inAbstract: readonly Phrase[]): PhraseScore {
  const hits = new Map<Phrase, PhraseHit>();
  const hit = (phrase: Phrase): PhraseHit => {
    if (!hits.has(phrase))
      hits.set(phrase, {
        phrase: phrase.text,
        weight: phrase.weight,
        inTitle: 0,
        inAbstract: 0,
        points: 0,
      });
    return hits.get(phrase)!;
  };
  for (const phrase of inTitle) hit(phrase).inTitle++;
  for (const phrase of inAbstract) hit(phrase).inAbstract++;
  let points = 0;
  for (const entry of hits.values()) {
    entry.points = entry.weight * Math.min(maxMentions, titleMentions * entry.inTitle + entry.inAbstract);
    points += entry.points;
  }
  return { points, hits: [...hits.values()].sort((a, b) => Math.abs(b.points) - Math.abs(a.points)) };
}
