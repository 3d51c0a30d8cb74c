import { renderMarkdown } from '#abstracts/markdown.ts';
import { renderAbstract } from '#abstracts/render.ts';
import { MessageLog } from '#diagnostics/message-log.ts';
import type { Message } from '#diagnostics/message.ts';
import { correctionsFile } from '#papers/apply-corrections.ts';
import type { Corrections } from '#papers/schema.ts';
import { formulasOf } from '#restore/formulas-of.ts';
import type { Taxonomy } from '#topics/schema.ts';

/** What the owner of a site wrote that may have formulas. */
interface OwnerTexts {
  about: string;
  taxonomy: Taxonomy;
  corrections: Corrections;
}

/** What to say of formulas that the owner of a site wrote and that cannot be typeset: readers see them as text. */
export function ownerFormulas({ about, taxonomy, corrections }: OwnerTexts): Message[] {
  const written = Object.values(corrections).flatMap(({ title = '', abstract = '' }) => [title, abstract]);
  const complaints: [file: string, texts: string[]][] = [
    ['pages/about.md', renderMarkdown(about).messages],
    ['topics.yaml', taxonomy.topics.flatMap(({ description }) => renderMarkdown(description).messages)],
    [
      correctionsFile,
      written.flatMap((text) => renderAbstract({ text, formulas: formulasOf(text) }).messages),
    ],
  ];
  return complaints.flatMap(([file, texts]) => {
    const log = new MessageLog(file);
    for (const text of texts) log.note('warning', 'formula-unreadable', null, text);
    return log.messages;
  });
}
