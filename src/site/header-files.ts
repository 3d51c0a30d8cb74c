import { mailPolicy, securityHeaders } from './security.ts';

const revalidate = 'public, max-age=0, must-revalidate';
const forever = 'public, max-age=31536000, immutable';

/** Folders of files whose names carry a hash of their content, or whose folder a version. */
const hashedFolders = ['_astro/', 'fonts/', 'search/files/'];

/** What a file of the site, by its path below the base, is sent with: files with a hash in their names never change. */
export function headersOf(path: string): Record<string, string> {
  return {
    ...securityHeaders,
    ...(mailPath.test(path) ? { 'Content-Security-Policy': mailPolicy } : {}),
    'Cache-Control': hashedFolders.some((folder) => path.startsWith(folder)) ? forever : revalidate,
  };
}

/** The page of a mail. */
const mailPath = /^dates\/[^/]+\/email\.html$/;

/**
 * Headers in the form of Netlify's and Cloudflare Pages' `_headers` file. Files whose names carry a hash of their
 * content are kept for good, all others are asked for again; mails have a policy of their own. `base` starts and ends
 * with a slash.
 */
export function headersFile(base: string): string {
  const security = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`);
  return [
    `${base}*`,
    ...security,
    `  Cache-Control: ${revalidate}`,
    '',
    ...hashedFolders.flatMap((folder) => [
      `${base}${folder}*`,
      '  ! Cache-Control',
      `  Cache-Control: ${forever}`,
      '',
    ]),
    `${base}dates/:day/email.html`,
    '  ! Content-Security-Policy',
    `  Content-Security-Policy: ${mailPolicy}`,
    '',
  ].join('\n');
}

/** The same for Apache, as the `.htaccess` file of the site's folder. */
export function apacheFile(base: string): string {
  const security = Object.entries(securityHeaders).map(([name, value]) => `  Header set ${name} "${value}"`);
  return [
    `ErrorDocument 404 ${base}404.html`,
    'Options -Indexes',
    '<IfModule mod_headers.c>',
    ...security,
    `  Header set Cache-Control "${revalidate}"`,
    `  <If "%{REQUEST_URI} =~ m#^${base.replaceAll('.', '\\.')}(?:${hashedFolders.join('|')})#">`,
    `    Header set Cache-Control "${forever}"`,
    '  </If>',
    '  <If "%{REQUEST_URI} =~ m#/dates/[^/]+/email\\.html$#">',
    `    Header set Content-Security-Policy "${mailPolicy}"`,
    '  </If>',
    '</IfModule>',
    '',
  ].join('\n');
}
