import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A response as it went over the wire, without its headers. */
export interface Sent {
  path: string;
  bytes: number;
}

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * A static host that counts: folders and single pages by the path they stand below, text compressed, everything else
 * as it is, ranges answered, everything cacheable as hashed files are.
 */
export class CountingServer {
  #folders: Record<string, string>;
  #pages: Record<string, string>;
  #server: Server | null = null;
  #compressed = new Map<string, Buffer>();
  #sent: Sent[] = [];
  url = '';

  constructor(folders: Record<string, string>, pages: Record<string, string>) {
    this.#folders = folders;
    this.#pages = pages;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
      const file = this.#fileOf(path);
      const content = this.#pages[path] ?? (file === null ? null : readFileSync(file));
      if (content === null) {
        response.writeHead(404).end();
        return;
      }
      const type = file === null ? 'text/html' : types[extname(file)];
      const isText = type !== undefined && type !== 'font/woff2';
      const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
      const whole = Buffer.from(content);
      const body = range
        ? whole.subarray(Number(range[1]), Number(range[2]) + 1)
        : isText
          ? this.#gzip(path, whole)
          : whole;
      this.#sent.push({ path, bytes: body.length });
      response.writeHead(range ? 206 : 200, {
        'content-type': type ?? 'application/octet-stream',
        'cache-control': 'public, max-age=3600',
        ...(isText && !range ? { 'content-encoding': 'gzip' } : {}),
        ...(range ? { 'content-range': `bytes ${range[1]}-${range[2]}/${whole.length}` } : {}),
      });
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  /** What was sent since the last call. */
  takeSent(): Sent[] {
    return this.#sent.splice(0);
  }

  #fileOf(path: string): string | null {
    for (const [prefix, folder] of Object.entries(this.#folders)) {
      if (!path.startsWith(prefix)) continue;
      let file = join(folder, path.slice(prefix.length));
      if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
      return existsSync(file) ? file : null;
    }
    return null;
  }

  #gzip(path: string, content: Buffer): Buffer {
    let compressed = this.#compressed.get(path);
    if (!compressed) this.#compressed.set(path, (compressed = gzipSync(content)));
    return compressed;
  }
}
