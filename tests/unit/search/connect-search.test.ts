import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildSearch } from '#search/build-search.ts';
import { connectSearch } from '#search/client/connect-search.ts';
import type { WorkerAnswer, WorkerRequest } from '#search/client/worker-protocol.ts';
import { papers } from './documents.ts';

const { files } = buildSearch(papers);

/** A worker that answers when a test says so. */
class FakeWorker extends EventTarget {
  static latest: FakeWorker;
  readonly requests: WorkerRequest[] = [];
  isTerminated = false;

  constructor() {
    super();
    FakeWorker.latest = this;
  }

  postMessage(request: WorkerRequest): void {
    this.requests.push(request);
  }

  answer(data: WorkerAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

beforeEach(() => {
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('fetch', async (address: string) => {
    const bytes = files.get(address.replace('https://a.org/search/', ''));
    return await Promise.resolve(bytes ? new Response(bytes.slice()) : new Response('', { status: 404 }));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const connect = () => {
  const service = connectSearch('https://a.org/search/');
  return { service, worker: FakeWorker.latest };
};

it('hands each answer to the one who asked', async () => {
  const { service, worker } = connect();
  const search = service.search('heat', { limit: 3 });
  const count = service.countTopics('heat');
  expect(worker.requests).toEqual([
    { kind: 'open', baseUrl: 'https://a.org/search/' },
    { kind: 'search', id: 1, text: 'heat', options: { limit: 3 } },
    { kind: 'countTopics', id: 2, text: 'heat' },
  ]);
  worker.answer({ id: 2, value: 'counts' });
  worker.answer({ id: 1, value: 'results' });
  expect([await search, await count]).toEqual(['results', 'counts']);
});

it('tells what went wrong in a search, and goes on with the worker', async () => {
  const { service, worker } = connect();
  const failed = service.search('heat');
  worker.answer({ id: 1, error: 'The search index cannot be reached.' });
  await expect(failed).rejects.toThrow('The search index cannot be reached.');
  const next = service.search('diffusion');
  worker.answer({ id: 2, value: 'results' });
  expect(await next).toBe('results');
});

it('searches on this thread what a worker that stopped was asked, and all after it', async () => {
  const { service, worker } = connect();
  const asked = service.search('heat');
  worker.dispatchEvent(new Event('error'));
  expect((await asked).results.map(({ slug }) => slug)).toEqual(['models-of-diffusion']);
  expect(worker.isTerminated).toBe(true);
  expect((await service.search('tangent')).total).toBe(1);
  expect(worker.requests).toHaveLength(2);
});

it('searches on this thread where no worker can start', async () => {
  vi.stubGlobal('Worker', undefined);
  expect((await connectSearch('https://a.org/search/').search('heat')).total).toBe(1);
});

it('cancels what nobody waits for any more, once, unless it was answered', async () => {
  const { service, worker } = connect();
  const controller = new AbortController();
  const { signal } = controller;
  const answered = service.search('heat', { signal });
  worker.answer({ id: 1, value: 'results' });
  expect(await answered).toBe('results');
  const open = service.countTopics('heat', signal);
  controller.abort(new Error('moved on'));
  await expect(open).rejects.toThrow('moved on');
  expect(worker.requests.filter(({ kind }) => kind === 'cancel')).toEqual([{ kind: 'cancel', id: 2 }]);
  await expect(service.search('heat', { signal })).rejects.toThrow('moved on');
  expect(worker.requests.filter(({ kind }) => kind === 'search')).toHaveLength(1);
});
