import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HttpClient, type HttpClientOptions } from '../../../scripts/fetch/http-client.ts';
import { fakeClock } from './fake-clock.ts';
import { cutOff, endless, giving, htmlErrorPage, serverGiving, silent } from './misbehaving-server.ts';

const fine = () => null;
const good = giving('[1]');

function clientWith(options: Partial<HttpClientOptions> = {}) {
  const clock = fakeClock();
  const client = new HttpClient({ userAgent: 'test/1', minGapMs: 3_000, clock, ...options });
  onTestFinished(() => client.close());
  return { client, clock, text: async (url: string) => Buffer.from(await client.get(url, fine)).toString() };
}

it('names itself and takes gzip', async () => {
  const server = await serverGiving(giving(gzipSync('[1]'), 200, { 'content-encoding': 'gzip' }));
  expect(await clientWith().text(server.url)).toBe('[1]');
  expect(server.requests[0]!.headers).toMatchObject({ 'user-agent': 'test/1', 'accept-encoding': 'gzip' });
});

it('leaves three seconds between requests', async () => {
  const server = await serverGiving(good);
  const { text, clock } = clientWith();
  await text(server.url);
  await clock.sleep(1_000);
  await text(server.url);
  expect(clock.sleeps).toEqual([1_000, 2_000]);
});

it('follows a redirect', async () => {
  const server = await serverGiving(giving('', 301, { location: '/elsewhere' }), good);
  expect(await clientWith().text(server.url)).toBe('[1]');
  expect(server.requests.map(({ url }) => url)).toEqual(['/', '/elsewhere']);
});

describe('asks again after', () => {
  it.each([
    ['429 with Retry-After', giving('', 429, { 'retry-after': '40' }), 40_000],
    ['503', giving('', 503), 5_000],
    ['a broken connection', cutOff, 5_000],
  ])('%s', async (_, bad, waitMs) => {
    const server = await serverGiving(bad, good);
    const { text, clock } = clientWith();
    expect(await text(server.url)).toBe('[1]');
    expect(clock.sleeps).toEqual([waitMs]);
  });

  it('an answer that the caller complains about', async () => {
    const server = await serverGiving(htmlErrorPage, good);
    const retries: string[] = [];
    const { client } = clientWith({ onRetry: (reason, waitMs) => retries.push(`${reason}, ${waitMs}`) });
    await client.get(server.url, (body) => (body[0] === 60 ? 'a tag' : null));
    expect(retries).toEqual(['a tag, 5000']);
  });
});

describe('gives up', () => {
  it('after five attempts, with growing pauses', async () => {
    const server = await serverGiving(giving('', 503));
    const { text, clock } = clientWith();
    await expect(text(server.url)).rejects.toThrow(
      `${server.url}: the server answered with status 503, at each of 5 attempts.`,
    );
    expect(clock.sleeps).toEqual([5_000, 10_000, 20_000, 40_000]);
  });

  it('at once where asking again cannot help', async () => {
    const server = await serverGiving(giving('', 404));
    await expect(clientWith().text(server.url)).rejects.toThrow(
      `${server.url}: the server answered with status 404.`,
    );
    expect(server.requests).toHaveLength(1);
  });

  it('at once when the server wants to be left alone for long', async () => {
    const server = await serverGiving(giving('', 429, { 'retry-after': '3600' }));
    await expect(clientWith().text(server.url)).rejects.toThrow(
      `${server.url}: the server answered with status 429, and the server asks to wait 60 minutes. Run the command again then.`,
    );
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['never answers', silent],
    ['never ends its answer', endless],
  ])('on a server that %s', async (_, answer) => {
    const server = await serverGiving(answer);
    const { text } = clientWith({ timeoutMs: 150, maxAttempts: 2 });
    await expect(text(server.url)).rejects.toThrow(
      `${server.url}: no whole answer within 0.15 s, at each of 2 attempts.`,
    );
  });

  it('on redirects in circles', async () => {
    const server = await serverGiving(giving('', 302, { location: '/' }));
    await expect(clientWith({ maxAttempts: 1 }).text(server.url)).rejects.toThrow('redirects in circles');
  });

  it('on a server that is not there', async () => {
    await expect(clientWith({ maxAttempts: 2 }).text('http://127.0.0.1:1')).rejects.toThrow(
      'http://127.0.0.1:1: the server refuses connections, at each of 2 attempts.',
    );
  });
});
