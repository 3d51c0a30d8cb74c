import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import { pipeline } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import { headersOf } from '#site/header-files.ts';
import { homeOf } from './check/site-folder.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.xsl': 'text/xsl; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.ris': 'application/x-research-info-systems; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

/**
 * Serves a built site as a static host would: with the headers that its `_headers` asks for, folders by their
 * index.html, text compressed, 404.html for what is not there. `base` is the path that the site was built for. Answers the server and its address.
 */
export function serve(folder: string, base = '/', port = 0): Promise<{ server: Server; url: string }> {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/');
    if (path === null) {
      response.writeHead(400).end();
      return;
    }
    let file = path.startsWith(base) ? join(root, normalize(`/${path.slice(base.length)}`)) : '';
    if (file !== '' && existsSync(file) && statSync(file).isDirectory()) {
      if (!path.endsWith('/')) {
        response.writeHead(301, { location: `${encodeURI(path)}/` }).end();
        return;
      }
      file = join(file, 'index.html');
    }
    const found = file !== '' && existsSync(file);
    if (!found) file = join(root, '404.html');
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)];
    const compressed =
      type !== undefined &&
      !/font|png|icon/.test(type) &&
      /\bgzip\b/.test(String(request.headers['accept-encoding']));
    const range = found && !compressed ? rangeOf(request.headers.range, statSync(file).size) : null;
    response.writeHead(range ? 206 : found ? 200 : 404, {
      'content-type': type ?? 'application/octet-stream',
      ...headersFor(found ? path.slice(base.length) : '404.html', type),
      ...(compressed ? { 'content-encoding': 'gzip' } : {}),
      ...(range ? { 'content-range': `bytes ${range.start}-${range.end}/${statSync(file).size}` } : {}),
    });
    if (request.method === 'HEAD') response.end();
    else if (compressed) pipeline(createReadStream(file), createGzip(), response, () => {});
    else pipeline(createReadStream(file, range ?? {}), response, () => {});
  });
  return new Promise((done, fail) => {
    server.on('error', fail);
    server.listen(port, '127.0.0.1', () => {
      done({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}` });
    });
  });
}

/** The path that a request asks for; null when it is none. */
function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
}

/**
 * What a host sends with a file: all with pages, and how long to keep the others. With these a host repeats the rest too,
 * which has no effect there and, over HTTP/2, takes no room; over this server's HTTP/1.1 it would.
 */
function headersFor(path: string, type: string | undefined): Record<string, string> {
  const headers = headersOf(path);
  return type?.startsWith('text/html') ? headers : { 'Cache-Control': headers['Cache-Control']! };
}

/** The bytes that a header asks for, both included; null for none, several ranges, or one outside of the file. */
function rangeOf(header: string | undefined, size: number): { start: number; end: number } | null {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined || Number(from) >= size) return null;
  return { start: Number(from), end: to ? Math.min(Number(to), size - 1) : size - 1 };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = 'dist', givenBase, port = '4321'] = process.argv.slice(2);
  if (!existsSync(join(folder, 'index.html'))) {
    console.error(
      `There is no built site in ${folder}: run "npm run build" first, or name the folder of one.`,
    );
    process.exit(1);
  }
  try {
    const base = givenBase ?? homeOf(folder)?.pathname ?? '/';
    const { url } = await serve(folder, base, Number(port));
    console.log(`${folder} is served at ${url}`);
  } catch (error) {
    console.error(
      `${folder} cannot be served at port ${port} (${(error as Error).message}): name another port, after the folder and its base.`,
    );
    process.exit(1);
  }
}
