import { words, type Word } from '#text/words.ts';
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
  if (start + phrase.words.length > text.length) return false;
  return phrase.words.every(({ text: wanted, prefix, capitals }, offset) => {
    const { form, glued } = text[start + offset]!;
    if (offset > 0 && !glued) return false;
    if (capitals && !form.capitals) return false;
    return prefix ? form.folded.startsWith(wanted) : form.stem === wanted;
  });
}

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

  /** The phrases of each topic in a text; where two overlap the longer one counts. */
  #find(text: readonly Word[]): Phrase[][] {
    const found = Array.from({ length: this.#topicCount }, (): { phrase: Phrase; start: number }[] => []);
    for (let start = 0; start < text.length; start++) {
      const { stem, folded } = text[start]!.form;
      for (const phrase of this.#byFirstStem.get(stem) ?? [])
        if (isAt(phrase, text, start)) found[phrase.topic]!.push({ phrase, start });
      for (const phrase of this.#prefixes)
        if (folded.startsWith(phrase.words[0]!.text) && isAt(phrase, text, start))
          found[phrase.topic]!.push({ phrase, start });
    }
    return found.map((matches) => {
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
    });
  }

  /** The score of each topic, in the order of the taxonomy. */
  score(title: readonly Word[], abstract: readonly Word[]): PhraseScore[] {
    const inTitle = this.#find(title);
    const inAbstract = this.#find(abstract);
    return inTitle.map((titlePhrases, topic) => {
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
      for (const phrase of titlePhrases) hit(phrase).inTitle++;
      for (const phrase of inAbstract[topic]!) hit(phrase).inAbstract++;
      let points = 0;
      for (const entry of hits.values()) {
        entry.points = entry.weight * Math.min(maxMentions, titleMentions * entry.inTitle + entry.inAbstract);
        points += entry.points;
      }
      return { points, hits: [...hits.values()].sort((a, b) => Math.abs(b.points) - Math.abs(a.points)) };
    });
  }
}
