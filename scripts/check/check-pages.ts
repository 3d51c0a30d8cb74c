import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from '#integrity/read-page.ts';
import type { Finding } from '#integrity/schema.ts';
import { decoded, fileAt, type SiteFolder } from './site-folder.ts';

/** What was found in the pages, and how many links within the site were followed. */
export interface PagesCheck {
  findings: Finding[];
  pages: number;
  links: number;
}

/**
 * Proves that every page is whole and safe, and that each of its links within the site leads somewhere. An address
 * that many pages link to in vain is one finding, at the first of them.
 */
export function checkPages(site: SiteFolder): PagesCheck {
  const findings: Finding[] = [];
  const complain = (rule: string, place: string, text: string) =>
    findings.push({ rule, place, line: null, text });
  const ids = new Map<string, ReadonlySet<string>>();
  const places: { from: string; to: string; id: string }[] = [];
  const broken = new Map<string, Set<string>>();
  const isBroken = (address: string, from: string) => {
    const pages = broken.get(address) ?? new Set();
    broken.set(address, pages.add(from));
  };
  // Most addresses start at the root, lead to the same file from everywhere, and stand in thousands of pages.
  const known = new Map<string, string | null | undefined>();
  const targetOf = (address: string, from: string) => {
    if (!address.startsWith('/')) return fileAt(site, address, from);
    if (!known.has(address)) known.set(address, fileAt(site, address, ''));
    return known.get(address);
  };
  let links = 0;
  const pages = [...site.files].filter((path) => path.endsWith('.html')).sort();
  for (const file of pages) {
    const html = readFileSync(join(site.root, file), 'utf8');
    const page = readPage(html);
    const isMail = file.endsWith('/email.html');
    if (!page.isWhole) complain('page-cut-off', file, 'The page does not end with </html>. Build again.');
    if (/<main[^>]*>@@digest:/.test(html))
      complain(
        'template-left',
        file,
        'The page holds a part of a template that was not filled. Build again.',
      );
    if (!isMail && !page.hasPolicy)
      complain('page-unprotected', file, 'The page has no content security policy.');
    for (const { what } of page.unsafe.filter(({ kind }) => !isMail || kind === 'script'))
      complain('markup-unsafe', file, `The page has ${what}.`);
    ids.set(file, page.ids);
    for (const address of page.addresses) {
      const target = targetOf(address, file);
      if (target === null) continue;
      links += 1;
      const [, id] = /#(.+)$/.exec(address) ?? [];
      if (target === undefined) isBroken(address, file);
      else if (id !== undefined) places.push({ from: file, to: target, id });
    }
  }
  for (const { from, to, id } of places) {
    const name = decoded(id);
    if (ids.has(to) && (name === undefined || !ids.get(to)!.has(name))) isBroken(`${to}#${id}`, from);
  }
  for (const [address, [first, ...others]] of broken) {
    const subject = others.length === 0 ? 'This page links' : `This page and ${others.length} more link`;
    complain('link-broken', first!, `${subject} to ${address}, which the site does not have.`);
  }
  return { findings, pages: pages.length, links };
}
