import { readFileSync } from 'node:fs';

/** The merged records as paper-digest made them: the peer is spared reading, merging and restoring. */
export default function () {
  const papers = readFileSync(process.env.RECORDS, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const bySlug = (key) => {
    const groups = new Map();
    for (const paper of papers)
      for (const slug of paper[key]) groups.set(slug, [...(groups.get(slug) ?? []), paper]);
    return [...groups].map(([slug, members]) => ({ slug, papers: members }));
  };
  const pages = (groups, size) =>
    groups.flatMap(({ slug, papers: members }) =>
      Array.from({ length: Math.ceil(members.length / size) }, (_, page) => ({
        slug,
        page: page + 1,
        papers: members.slice(page * size, (page + 1) * size),
      })),
    );
  return {
    papers,
    topicPages: pages(bySlug('topics'), 50),
    dayPages: pages(bySlug('dates'), 250),
    latest: papers.slice(0, 50),
  };
}
