import { createHash } from 'node:crypto';
import { mailStyles } from './mail-styles.ts';

const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];

/**
 * What every page may load: only the site's own files, and nothing inline. It stands in each page, so it also holds
 * on hosts that send no headers.
 */
export const contentSecurityPolicy = directives.join('; ');

/**
 * The policy of the mails, whose inline styles are all of `mailStyles`: these may stand there, by their digests, and
 * nothing else may.
 */
export const mailPolicy = [
  "default-src 'none'",
  `style-src 'unsafe-hashes' ${Object.values(mailStyles).map(digestSource).join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

function digestSource(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}

/** Headers for hosts that can send them; `frame-ancestors` only works there. */
export const securityHeaders = {
  'Content-Security-Policy': [...directives, "frame-ancestors 'none'"].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;
