import type { SearchOptions, SearchResponse, TopicCount } from './search-response.ts';
import type { WorkerAnswer, WorkerRequest } from './worker-protocol.ts';

/** Search, wherever it runs. Rejects with messages for readers, or with the reason of an aborted signal. */
export interface SearchService {
  search(text: string, options?: SearchOptions): Promise<SearchResponse>;
  countTopics(text: string, signal?: AbortSignal): Promise<TopicCount[]>;
}

/**
 * Starts search in a worker, or on the page's own thread where a worker cannot start.
 *
 * @param baseUrl address of the folder of search files, with a slash at its end.
 */
export function connectSearch(baseUrl: string): SearchService {
  let worker: WorkerConnection | null = null;
  let fallback: Promise<SearchService> | null = null;
  const onThisThread = () => (fallback ??= openHere(baseUrl));
  try {
    worker = new WorkerConnection(baseUrl);
  } catch {
    void onThisThread();
  }
  const run = async <T>(use: (service: SearchService) => Promise<T>): Promise<T> => {
    if (worker !== null) {
      try {
        return await use(worker);
      } catch (error) {
        if (!(error instanceof WorkerFailure)) throw error;
        worker = null;
      }
    }
    return use(await onThisThread());
  };
  return {
    search: (text, options) => run((service) => service.search(text, options)),
    countTopics: (text, signal) => run((service) => service.countTopics(text, signal)),
  };
}

async function openHere(baseUrl: string): Promise<SearchService> {
  const [{ SearchClient }, { fetchFrom }] = await Promise.all([
    import('./search-client.ts'),
    import('./fetch-file.ts'),
  ]);
  return new SearchClient(fetchFrom(baseUrl));
}

/** The worker did not start, or stopped. */
class WorkerFailure extends Error {}

class WorkerConnection implements SearchService {
  #worker: Worker;
  #failed = false;
  #lastId = 0;
  #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();

  constructor(baseUrl: string) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ('error' in data) waiting?.reject(new Error(data.error));
      else waiting?.resolve(data.value as never);
    });
    const fail = () => {
      this.#failed = true;
      this.#worker.terminate();
      for (const { reject } of this.#waiting.values()) reject(new WorkerFailure());
      this.#waiting.clear();
    };
    this.#worker.addEventListener('error', fail);
    this.#worker.addEventListener('messageerror', fail);
    this.#post({ kind: 'open', baseUrl });
  }

  search(text: string, { signal, ...options }: SearchOptions = {}): Promise<SearchResponse> {
    return this.#ask((id) => ({ kind: 'search', id, text, options }), signal);
  }

  countTopics(text: string, signal?: AbortSignal): Promise<TopicCount[]> {
    return this.#ask((id) => ({ kind: 'countTopics', id, text }), signal);
  }

  #ask<T>(request: (id: number) => WorkerRequest, signal?: AbortSignal): Promise<T> {
    if (this.#failed) return Promise.reject(new WorkerFailure());
    const id = ++this.#lastId;
    return new Promise<T>((resolve, reject) => {
      signal?.throwIfAborted();
      this.#waiting.set(id, { resolve, reject });
      signal?.addEventListener('abort', () => {
        if (!this.#waiting.delete(id)) return;
        this.#post({ kind: 'cancel', id });
        reject(signal.reason);
      });
      this.#post(request(id));
    });
  }

  #post(request: WorkerRequest): void {
    this.#worker.postMessage(request);
  }
}
