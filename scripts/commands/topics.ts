import type { Command } from 'commander';
import { z } from 'zod';
import { createAssigner } from '#topics/assign.ts';
import { loadContent } from '../content/load-content.ts';
import { readJsonLines, writeJsonLine } from './json-lines.ts';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string(),
  abstract: z.string(),
  categories: z.array(z.string()).optional(),
});

/** `digest topics`: titles and abstracts in, topic slugs out, best first. */
export function addTopicsCommand(program: Command): void {
  program
    .command('topics')
    .description('Assign topics: JSON lines {id, title, abstract} in, {id, topics} out, best first.')
    .argument('[files...]', 'files of JSON lines (default, and -: standard input)')
    .option('--content <dir>', 'folder with topics.yaml', 'content')
    .option('--explain', 'say for each topic why the paper is in or out', false)
    .action(async (files: string[], { content, explain }: { content: string; explain: boolean }) => {
      const { taxonomy, formerTopics } = loadContent(content);
      const assigner = createAssigner(taxonomy, formerTopics);
      for await (const { id, ...document } of readJsonLines(files, lineSchema)) {
        const topics = assigner.assign(document).map(({ slug }) => slug);
        await writeJsonLine({ id, topics, ...(explain ? { explanation: assigner.explain(document) } : {}) });
      }
    });
}
