import type { SiteConfig } from '#site/schema.ts';
import { createUrls } from '#site/urls.ts';
import { html } from './html.ts';
import { pageHead } from './page-head.ts';

const names = { paper: 'Paper', topic: 'Topic' };

/**
 * What stands at the address of a paper or topic that the site had and has no more, and that nothing took the place of.
 */
export function formerPage(site: SiteConfig, kind: 'paper' | 'topic'): { head: string; main: string } {
  const urls = createUrls(site);
  return {
    head: pageHead(
      { title: `${names[kind]} removed`, description: `This ${kind} is no longer on this site.`, path: null },
      site,
      urls,
    ).text,
    main: html`<header class="page-header">
      <h1>This ${kind} was removed</h1>
      <div class="prose">
        <p>
          It was once listed here and is no longer. <a href="${urls.search}">Search the papers</a>, or see
          <a href="${urls.topics}">all topics</a>.
        </p>
      </div>
    </header>`.text,
  };
}
