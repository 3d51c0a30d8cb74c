import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { packNgrams, unpackNgrams } from '#restore/decoder-weights.ts';
import { Decoder } from '#restore/decoder.ts';
import { LanguageModel } from '#restore/language-model.ts';
import { packReranker } from '#restore/reranker-weights.ts';
import { packTagger } from '#restore/tagger-weights.ts';
import { commandNames } from './commands.ts';
import { corpusDigest, readCorpus, type SplitCorpus } from './corpus.ts';
import { trainDecoder } from './decoder-model.ts';
import { examplesOf } from './examples.ts';
import { spelledFormulas } from './formula-tokens.ts';
import { CountedLexicon } from './lexicon.ts';
import { trainReranker } from './reranker.ts';
import { Vocabulary, writeExamples } from './tagger-data.ts';
import { quantiseTagger } from './tagger-model.ts';

const { values: options } = parseArgs({
  options: {
    epochs: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    rate: { type: 'string', default: '0.001' },
    'min-gain': { type: 'string', default: '6' },
    /** Keeps the part of the corpus that is watched out of what is learnt from: for choosing among methods. */
    'hold-dev': { type: 'boolean', default: false },
    /** Leaves the training of the tagger out and packs what the last one left in the work folder. */
    'pack-only': { type: 'boolean', default: false },
  },
});
const work = fileURLToPath(new URL('../../.cache/train', import.meta.url));
const weights = fileURLToPath(new URL('../../src/restore/weights', import.meta.url));
mkdirSync(work, { recursive: true });
mkdirSync(weights, { recursive: true });

const corpus = readCorpus();
// Methods and options were chosen with the watched part held out; the weights in use learn from it as well.
if (!options['hold-dev']) corpus.train.push(...corpus.dev);
console.log(
  `${corpus.train.length} abstracts to learn from, ${corpus.dev.length} to watch, ${corpus.test.length} held out`,
);
trainTagger(corpus);
const formulas = corpus.train.flatMap(spelledFormulas);
const minGain = Number(options['min-gain']);
const ngrams = trainDecoder(formulas, minGain);
const decoder = packNgrams(ngrams);
writeFileSync(`${weights}/decoder.bin`, decoder);
const reranker = packReranker(
  trainReranker(corpus, new Decoder(new LanguageModel(unpackNgrams(decoder))), minGain),
);
writeFileSync(`${weights}/reranker.bin`, reranker);
writeRecord();
console.log(
  `decoder: ${formulas.length} formulas, ${ngrams.parents.length} n-grams, ${decoder.length} bytes; reranker: ${reranker.length} bytes`,
);

function trainTagger({ train, dev }: SplitCorpus): void {
  const commands = commandNames(train);
  const lexicon = new CountedLexicon(new Set(commands));
  const examples = train.flatMap(examplesOf);
  for (const example of examples) lexicon.add(example);
  if (!options['pack-only']) {
    const vocabulary = new Vocabulary();
    writeExamples(`${work}/train.bin`, examples, lexicon, vocabulary, true);
    writeExamples(`${work}/dev.bin`, dev.flatMap(examplesOf), lexicon, vocabulary, false);
    vocabulary.write(`${work}/vocab.bin`);
    const source = fileURLToPath(new URL('./tagger.cpp', import.meta.url));
    execFileSync('g++', [
      '-O3',
      '-march=native',
      '-ffast-math',
      '-fno-finite-math-only',
      '-pthread',
      '-o',
      `${work}/tagger`,
      source,
    ]);
    execFileSync(`${work}/tagger`, [work, options.epochs, options.seed, options.rate], { stdio: 'inherit' });
  }
  const packed = packTagger(quantiseTagger(readFileSync(`${work}/tagger.f32`), lexicon, commands));
  writeFileSync(`${weights}/tagger.bin`, packed);
  console.log(`tagger: ${examples.length} examples, ${packed.length} bytes`);
}

/** Writes which weights these are, and how they were made. */
function writeRecord(): void {
  const files = ['tagger.bin', 'decoder.bin', 'reranker.bin'].map((file) =>
    readFileSync(`${weights}/${file}`),
  );
  const hash = createHash('sha256');
  for (const file of files) hash.update(file);
  const version = hash.digest('hex').slice(0, 12);
  writeFileSync(
    `${weights}/version.ts`,
    `/** The beginning of the SHA-256 of tagger.bin, decoder.bin and reranker.bin; see record.json for how they were made. */\nexport const weightsVersion = '${version}';\n`,
  );
  const record = {
    version,
    command: 'npm run train',
    options: { epochs: options.epochs, seed: options.seed, rate: options.rate, minGain: options['min-gain'] },
    corpus: {
      train: corpus.train.length,
      dev: corpus.dev.length,
      test: corpus.test.length,
      sha256: corpusDigest(),
    },
    formulas: formulas.length,
    ngrams: ngrams.parents.length,
    bytes: { tagger: files[0]!.length, decoder: files[1]!.length, reranker: files[2]!.length },
  };
  writeFileSync(`${weights}/record.json`, `${JSON.stringify(record, null, 2)}\n`);
}
