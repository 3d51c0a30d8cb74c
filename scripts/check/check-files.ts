import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '#integrity/schema.ts';
import { fileAt, type SiteFolder } from './site-folder.ts';

const needed = ['index.html', '404.html', 'robots.txt', 'sitemap.xml', 'rss.xml', 'atom.xml', 'feed.json'];

/** Proves that what every site has is there, that feeds and data are whole, and style sheets find their fonts. */
export function checkFiles(site: SiteFolder): Finding[] {
  const findings: Finding[] = [];
  const complain = (rule: string, place: string, text: string) =>
    findings.push({ rule, place, line: null, text });
  for (const file of needed)
    if (!site.files.has(file)) complain('output-incomplete', file, 'Every site has this file. Build again.');
  for (const file of site.files) {
    if (file.includes('__template__')) complain('template-left', file, 'A template was left. Build again.');
    if (!/\.(?:json|xml|xsl|css|webmanifest)$/.test(file)) continue;
    const text = readFileSync(join(site.root, file), 'utf8');
    if (/\.(?:json|webmanifest)$/.test(file) && !isJson(text))
      complain('file-damaged', file, 'The file is no whole JSON. Build again.');
    if (/\.(?:xml|xsl)$/.test(file) && !isClosed(text))
      complain('file-damaged', file, 'The file ends before its root element does. Build again.');
    if (file.endsWith('.css'))
      for (const [, address] of text.matchAll(/url\(["']?(?!data:)([^"')]+)["']?\)/g))
        if (fileAt(site, address!, file) === undefined)
          complain('link-broken', file, `The style sheet asks for ${address}, which the site does not have.`);
  }
  return findings;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether the last tag closes the first element. */
function isClosed(text: string): boolean {
  const root = /<([a-zA-Z][\w:.-]*)[\s>]/.exec(text)?.[1];
  return root !== undefined && text.trimEnd().endsWith(`</${root}>`);
}
