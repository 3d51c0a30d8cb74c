import { stemmer } from 'stemmer';

const minStemLength = 3;

/**
 * The Porter stem of a folded word. British `-isation` and `-ised` are read as American, so that `optimisation` and
 * `optimizations` are one. Words with digits lose no more than a plural `s`, and no stem is shorter than three
 * letters (`Ising` is not `is`).
 */
export function stem(word: string): string {
  if (/\d/.test(word)) return word.replace(/(?<=[a-z])s$/, '');
  const american = word
    .replace(/is(?=ations?$)/, 'iz')
    .replace(/(?<=im|al|er)is(?=e|ed|es|ing)(?=\w{1,3}$)/, 'iz');
  const stemmed = stemmer(american);
  return stemmed.length < minStemLength ? word : stemmed;
}
