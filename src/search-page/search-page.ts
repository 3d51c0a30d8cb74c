import { cardsShown } from '#reading/page-marks.ts';
import { connectSearch, type SearchService } from '#search/client/connect-search.ts';
import type { SearchResponse, SortOrder } from '#search/client/search-response.ts';
import { createUrls, type Urls } from '#site/urls.ts';
import { html } from '#views/html.ts';
import { installKeyboard } from './keyboard.ts';
import {
  contentFacets,
  resultList,
  resultPager,
  resultsPerPage,
  summary,
  topicFacets,
  topicsMeant,
  withoutFilters,
  yearFacets,
} from './result-view.ts';
import { readAddress, writeAddress, type SearchAddress } from './search-address.ts';

/** Milliseconds without a key after which a query is run while it is typed. */
const typingPauseMs = 60;

/** Milliseconds after which waiting for results is told. */
const patienceMs = 400;

/** Files that counting by topic may load without being asked to. */
const maxUnaskedTopicFiles = 1;

/** Makes the search page of `src/pages/search.astro` work. */
export function installSearchPage(page: Document): void {
  const root = page.querySelector<HTMLElement>('#search-page');
  if (root) new SearchPage(page, root).start();
}

class SearchPage {
  #page: Document;
  /** The title of the page without a query: tabs, bookmarks and the history tell searches apart by theirs. */
  #title: string;
  #window: Window;
  #root: HTMLElement;
  #field: HTMLInputElement;
  #urls: Urls;
  #service: SearchService;
  #running: AbortController | null = null;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #isTotalExact = true;
  #address: SearchAddress = { q: '', sort: 'relevance', page: 1 };

  constructor(page: Document, root: HTMLElement) {
    this.#page = page;
    this.#title = page.title;
    this.#window = page.defaultView!;
    this.#root = root;
    this.#field = this.#part<HTMLInputElement>('field');
    this.#urls = createUrls({ url: root.dataset['url']!, base: root.dataset['base']! });
    this.#service = connectSearch(new URL(this.#urls.search, page.baseURI).href);
  }

  #part<T extends HTMLElement>(name: string): T {
    return this.#page.querySelector<T>(`[data-search="${name}"]`)!;
  }

  start(): void {
    const form = this.#field.form!;
    this.#field.addEventListener('input', () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => {
        this.#go({ ...this.#address, q: this.#field.value, page: 1 }, 'replace');
      }, typingPauseMs);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#typing);
      this.#go({ ...this.#address, q: this.#field.value, page: 1 }, 'push');
    });
    this.#root.addEventListener('click', (event) => this.#followWithin(event));
    this.#part('retry').addEventListener('click', () => void this.#run());
    this.#part('count-topics').addEventListener('click', () => void this.#countTopics(this.#running!.signal));
    this.#window.addEventListener('popstate', () => {
      const address = readAddress(this.#window.location.search);
      // A link within the page is no other search.
      if (writeAddress(address) !== writeAddress(this.#address)) this.#readAddress();
    });
    this.#window.addEventListener('online', () => {
      if (!this.#part('error').hidden) void this.#run();
    });
    installKeyboard(this.#page, this.#field, this.#part('results'));
    this.#readAddress();
    if (this.#field.value === '') this.#field.focus();
  }

  #readAddress(): void {
    this.#address = readAddress(this.#window.location.search);
    this.#field.value = this.#address.q;
    void this.#run();
  }

  /** Links to other searches (examples, facets, pages, orders) change the page in place. */
  #followWithin(event: MouseEvent): void {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>('a[href^="?"]');
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    const address = readAddress(link.search);
    this.#field.value = address.q;
    this.#go(address, 'push');
    this.#part('status').focus();
    this.#page.documentElement.scrollTop = 0;
  }

  #go(address: SearchAddress, how: 'push' | 'replace'): void {
    const now = writeAddress(this.#address);
    const next = writeAddress(address);
    this.#address = address;
    if (now !== next) {
      const { history } = this.#window;
      if (how === 'push') history.pushState(null, '', next);
      else history.replaceState(null, '', next);
    }
    void this.#run();
  }

  async #run(): Promise<void> {
    const previous = this.#running;
    clearTimeout(this.#waiting);
    const { signal } = (this.#running = new AbortController());
    const { q, sort, page } = this.#address;
    this.#page.title = q.trim() === '' ? this.#title : `${q.trim()} · ${this.#title}`;
    if (q.trim() === '') {
      previous?.abort();
      this.#show({ examples: true });
      this.#part('status').textContent = '';
      return;
    }
    this.#root.setAttribute('aria-busy', 'true');
    this.#part('examples').hidden = true;
    this.#waiting = setTimeout(() => {
      this.#part('status').textContent = 'Searching…';
    }, patienceMs);
    const answer = this.#service.search(q, {
      limit: resultsPerPage,
      offset: (page - 1) * resultsPerPage,
      sort,
      signal,
    });
    // After the new query, so that files which both need are not cancelled.
    previous?.abort();
    try {
      const response = await answer;
      if (!signal.aborted) this.#showResponse(response, signal);
    } catch (error) {
      if (!signal.aborted) this.#showError(error);
    }
  }

  #show({ examples = false, answer = false, error = false }): void {
    clearTimeout(this.#waiting);
    this.#root.removeAttribute('aria-busy');
    this.#part('examples').hidden = !examples;
    this.#part('answer').hidden = !answer;
    this.#part('facets').hidden = !answer;
    this.#part('error').hidden = !error;
  }

  #showResponse(response: SearchResponse, signal: AbortSignal): void {
    const { notes, total, isTotalExact, topicFileCount } = response;
    this.#isTotalExact = isTotalExact;
    this.#part('status').textContent = [`${summary(response, this.#address)}.`, ...notes].join(' ');
    this.#part('results').innerHTML = resultList(response, this.#urls).text;
    this.#part('pager').innerHTML = resultPager(response, this.#address).text;
    this.#part('order').hidden = total === 0;
    this.#part('nothing').hidden = total > 0;
    this.#part('without').innerHTML = withoutFilters(this.#address).text;
    this.#part('topics-meant').innerHTML = topicsMeant(response, this.#urls).text;
    this.#part('contents').innerHTML = contentFacets(this.#address).text;
    this.#part('years').innerHTML = yearFacets(response, this.#address).text;
    for (const link of this.#root.querySelectorAll<HTMLAnchorElement>('[data-sort]')) {
      const sort = link.dataset['sort'] as SortOrder;
      link.href = writeAddress({ ...this.#address, sort, page: 1 });
      if (sort === this.#address.sort) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    this.#show({ answer: true });
    this.#root.ownerDocument.dispatchEvent(new Event(cardsShown));
    this.#part('facets').hidden = total === 0;
    const countNow = topicFileCount <= maxUnaskedTopicFiles;
    this.#part('count-topics').hidden = countNow;
    this.#part('topics').hidden = !countNow;
    if (total > 0 && countNow) void this.#countTopics(signal);
  }

  async #countTopics(signal: AbortSignal): Promise<void> {
    try {
      const topics = await this.#service.countTopics(this.#address.q, signal);
      if (signal.aborted) return;
      this.#part('topics').innerHTML = topicFacets(topics, this.#isTotalExact, this.#address).text;
      this.#part('topics').hidden = false;
      this.#part('count-topics').hidden = true;
    } catch (error) {
      if (!signal.aborted) this.#part('topics').innerHTML = html`<li>${(error as Error).message}</li>`.text;
    }
  }

  #showError(error: unknown): void {
    const offline = !this.#window.navigator.onLine;
    const message = error instanceof Error ? error.message : String(error);
    this.#part('error-text').textContent = offline
      ? 'You are offline, and this search needs files that are not on this device. It will run when you are back.'
      : message;
    this.#part('status').textContent = '';
    this.#show({ error: true });
  }
}
