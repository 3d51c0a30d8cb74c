import type { Message } from '#diagnostics/message.ts';
import type { Sighting } from '#sightings/schema.ts';
import type { Identities } from './identity.ts';
import type { MergedFields } from './merge-fields.ts';
import type { Witness } from './witness.ts';

/** Two publication dates of one paper further apart than this (in days) contradict each other. */
const maxPublicationGapDays = 31;

/** What the sightings of one paper contradict each other in, and which papers may be one, as messages. */
export function identityMessages({ papers, sameButForId }: Identities): Message[] {
  const messages = sameButForId.map(([a, b]) =>
    message(
      'warning',
      'two-ids-one-paper',
      b.sighting,
      `${named(b.sighting)} (arXiv ${b.sighting.arxivId ?? 'id unknown'}) agrees in title and abstract with ${placed(a.sighting)} (arXiv ${a.sighting.arxivId ?? 'id unknown'}), but their papers have different arXiv ids; they were kept apart.`,
    ),
  );
  const firstOfTitle = new Map<string, Witness>();
  for (const [first] of papers) {
    if (first === undefined) continue;
    const namesake = firstOfTitle.get(first.print.title);
    if (namesake === undefined) firstOfTitle.set(first.print.title, first);
    else if (
      !sameButForId.some(
        ([a, b]) => a.print.title === first.print.title || b.print.title === first.print.title,
      )
    ) {
      messages.push(
        message(
          'info',
          'namesakes',
          first.sighting,
          `${named(first.sighting)} has the title of another paper (${placed(namesake.sighting)}) but another abstract or arXiv id; they were kept apart.`,
        ),
      );
    }
  }
  return messages;
}

/** What the sightings of one paper say differently, and what was chosen. */
export function mergeMessages(witnesses: readonly Witness[], merged: MergedFields): Message[] {
  if (witnesses.length === 1) return [];
  const [first] = witnesses as [Witness];
  const messages: Message[] = [];
  const titles = new Map(witnesses.map(({ print, sighting }) => [print.title, sighting]));
  if (titles.size > 1) {
    const others = [...titles.values()].filter((sighting) => sighting.title !== merged.title);
    messages.push(
      message(
        'info',
        'title-changed',
        first.sighting,
        `“${shortened(merged.title)}” was also sighted as ${others
          .map((sighting) => `“${shortened(sighting.title)}” (${placed(sighting)})`)
          .slice(0, 3)
          .join(', ')}; the sightings were merged.`,
      ),
    );
  }
  const published = [...new Set(witnesses.flatMap(({ sighting }) => sighting.published ?? []))].sort();
  const gap = Date.parse(published.at(-1) ?? '') - Date.parse(published[0] ?? '');
  if (gap > maxPublicationGapDays * 86_400_000) {
    messages.push(
      message(
        'info',
        'published-conflict',
        first.sighting,
        `${named(first.sighting)} has the publication dates ${published.join(', ')}; ${merged.published} was kept.`,
      ),
    );
  }
  const dois = [...new Set(witnesses.flatMap(({ sighting }) => sighting.doi?.toLowerCase() ?? []))].sort();
  if (dois.length > 1) {
    messages.push(
      message(
        'warning',
        'doi-conflict',
        first.sighting,
        `${named(first.sighting)} has the DOIs ${dois.join(', ')}; ${merged.doi} was kept.`,
      ),
    );
  }
  const counts = [...new Set(witnesses.flatMap(({ sighting }) => sighting.authorCount ?? []))].sort(
    (a, b) => a - b,
  );
  if (counts.length > 1) {
    messages.push(
      message(
        'info',
        'author-count-conflict',
        first.sighting,
        `${named(first.sighting)} was sighted with ${counts.join(', ')} authors; ${merged.authorCount} was kept.`,
      ),
    );
  }
  return messages;
}

function message(
  severity: Message['severity'],
  rule: string,
  { feed, line }: Sighting,
  text: string,
): Message {
  return { severity, rule, feed, line, text };
}

function named(sighting: Sighting): string {
  return `“${shortened(sighting.title)}”`;
}

function placed(sighting: Sighting): string {
  return `${sighting.feed}, line ${sighting.line}`;
}

function shortened(title: string): string {
  return title.length <= 70 ? title : `${title.slice(0, 69).toWellFormed()}…`;
}
