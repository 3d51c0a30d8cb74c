/** A page that is nothing but Pagefind. */
export const pagefindPage = '<!doctype html><title>Pagefind</title><link rel="icon" href="data:,">';

/** A page that loads a full MiniSearch index at once. */
export const fullIndexPage = '<!doctype html><title>MiniSearch</title><link rel="icon" href="data:,">';

/** Runs in the page: searches with Pagefind and loads ten results, as a list of results would. */
export async function pagefindSearch(queries: string[]): Promise<string[][]> {
  const path = '/pagefind/pagefind.js';
  const pagefind = await import(path);
  await pagefind.init();
  const answers: string[][] = [];
  for (const q of queries) {
    const { results } = await pagefind.search(q);
    const shown: { url: string; meta: { title: string }; excerpt: string }[] = await Promise.all(
      results.slice(0, 10).map((result: { data(): unknown }) => result.data()),
    );
    document.body.innerHTML = shown
      .map(({ meta, excerpt }) => `<h2>${meta.title}</h2><p>${excerpt}</p>`)
      .join('');
    answers.push(shown.map(({ url }) => url));
  }
  return answers;
}

/** Runs in the site's search page: submits queries one after the other; milliseconds to rendered results of each. */
export async function submitQueries({
  queries,
  warm,
}: {
  queries: string[];
  warm: boolean;
}): Promise<number[]> {
  const root = document.querySelector<HTMLElement>('#search-page')!;
  const field = document.querySelector<HTMLInputElement>('[data-search="field"]')!;
  const submit = (q: string) =>
    new Promise<number>((resolve) => {
      field.value = q;
      const started = performance.now();
      const observer = new MutationObserver(() => {
        if (root.hasAttribute('aria-busy')) return;
        observer.disconnect();
        resolve(performance.now() - started);
      });
      observer.observe(root, { attributes: true, attributeFilter: ['aria-busy'] });
      field.form!.requestSubmit();
    });
  const times: number[] = [];
  for (const q of queries) {
    if (warm) {
      // Loads what the query needs, and then another query, so that no answer is at hand when it is timed.
      await submit(q);
      await submit('qqqzzz');
    }
    times.push(await submit(q));
  }
  return times;
}

/** Runs in the full index's page: loads it and searches. */
export async function fullIndexSearch(queries: string[]): Promise<void> {
  const path = '/minisearch/index.js';
  const { default: MiniSearch } = await import(path);
  const json = await (await fetch('/full/index.json')).text();
  const options = { idField: 'slug', fields: ['title', 'abstract', 'authors', 'topics'] };
  const index = MiniSearch.loadJSON(json, options);
  for (const q of queries) index.search(q, { combineWith: 'AND' });
  Object.assign(globalThis, { index });
}
