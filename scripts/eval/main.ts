import { evaluateEnrich } from './enrich.ts';
import { evaluateRelated } from './related.ts';
import { evaluateRestore } from './restore.ts';
import { evaluateTopics } from './topics.ts';

/** The evaluations, by the name they are called by: `npm run eval -- enrich`; without a name, all of them. */
const evaluations: Record<string, (args: string[]) => Promise<void>> = {
  enrich: evaluateEnrich,
  related: evaluateRelated,
  restore: evaluateRestore,
  topics: evaluateTopics,
};

const [name, ...args] = process.argv.slice(2);
if (name !== undefined && !(name in evaluations)) {
  console.error(`There is no evaluation "${name}": give one of ${Object.keys(evaluations).join(', ')}.`);
  process.exit(2);
}
for (const chosen of name === undefined ? Object.keys(evaluations) : [name]) await evaluations[chosen]!(args);
