import { gunzipSync } from 'node:zlib';
import { Agent, interceptors, request, type Dispatcher } from 'undici';
import { systemClock, type Clock } from './clock.ts';
import { maxRetryAfterMs, retryWaitMs } from './retry-wait.ts';

/** Why nothing usable came from an address. The text says what was seen, and how often it was tried. */
export class FetchError extends Error {
  /** Whether the server asks for a longer pause than a run waits, for whatever address. */
  readonly isHostBusy: boolean;

  constructor(message: string, isHostBusy = false) {
    super(message);
    this.isHostBusy = isHostBusy;
  }
}

export interface HttpClientOptions {
  /** Names the program and where its owner can be found. */
  userAgent: string;
  /** Pause between the end of one request and the start of the next. */
  minGapMs: number;
  /** Longest time for one attempt, with its body. */
  timeoutMs?: number;
  maxAttempts?: number;
  clock?: Clock;
  /** Called before each wait for another attempt. */
  onRetry?: (reason: string, waitMs: number) => void;
}

interface Attempt {
  body: Uint8Array;
  /** Null when the answer can be used. */
  complaint: string | null;
  retryAfter: string | null;
  /** Whether asking again can help. */
  final: boolean;
}

const maxRedirects = 5;
const maxBodyBytes = 64 << 20;

/**
 * Asks one server, one request at a time, with a pause between them. 429, 5xx, broken connections, timeouts and
 * answers that the caller complains about are tried again after a growing pause, `Retry-After` honoured.
 *
 * The retry interceptor of undici is not used: it resumes a broken body with a range request, which answers made on
 * demand cannot serve, and it cannot know that a page of status 200 is an error page.
 */
export class HttpClient {
  readonly #options: Required<Omit<HttpClientOptions, 'onRetry'>> & Pick<HttpClientOptions, 'onRetry'>;
  readonly #agent: Agent;
  readonly #dispatcher: Dispatcher;
  #lastEnd = -Infinity;
  /** How many requests were made, redirects not counted. */
  requests = 0;

  constructor(options: HttpClientOptions) {
    this.#options = { timeoutMs: 60_000, maxAttempts: 5, clock: systemClock, ...options };
    this.#agent = new Agent({ connections: 1 });
    this.#dispatcher = this.#agent.compose(
      interceptors.redirect({ maxRedirections: maxRedirects, throwOnMaxRedirect: true }),
    );
  }

  /**
   * Gets an address. `complain` says what is wrong with an answer of status 200, or null. Throws a `FetchError` when
   * no attempt gave a usable answer.
   */
  async get(url: string, complain: (body: Uint8Array) => string | null): Promise<Uint8Array> {
    const { maxAttempts, clock, onRetry } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      const { body, complaint, retryAfter, final } = await this.#attempt(url, complain);
      if (complaint === null) return body;
      if (final) throw new FetchError(`${url}: ${complaint}.`);
      if (attempt === maxAttempts)
        throw new FetchError(`${url}: ${complaint}, at each of ${maxAttempts} attempts.`);
      const waitMs = retryWaitMs(attempt, retryAfter, clock.now());
      if (waitMs > maxRetryAfterMs)
        throw new FetchError(
          `${url}: ${complaint}, and the server asks to wait ${Math.ceil(waitMs / 60_000)} minutes. Run the command again then.`,
          true,
        );
      onRetry?.(complaint, waitMs);
      await clock.sleep(waitMs);
    }
  }

  async close(): Promise<void> {
    await this.#agent.close();
  }

  async #attempt(url: string, complain: (body: Uint8Array) => string | null): Promise<Attempt> {
    const { clock, minGapMs, timeoutMs, userAgent } = this.#options;
    const pause = this.#lastEnd + minGapMs - clock.now();
    if (pause > 0) await clock.sleep(pause);
    this.requests += 1;
    try {
      const { statusCode, headers, body } = await request(url, {
        dispatcher: this.#dispatcher,
        headers: { 'user-agent': userAgent, 'accept-encoding': 'gzip' },
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
        signal: AbortSignal.timeout(timeoutMs),
      });
      const bytes = await readBody(body, headers['content-encoding'] === 'gzip');
      const retryAfter = headers['retry-after'];
      const complaint =
        statusCode === 200 ? complain(bytes) : `the server answered with status ${statusCode}`;
      return {
        body: bytes,
        complaint,
        retryAfter: typeof retryAfter === 'string' ? retryAfter : null,
        final: statusCode !== 200 && statusCode !== 408 && statusCode !== 429 && statusCode < 500,
      };
    } catch (error) {
      const complaint = describeFailure(error as NodeJS.ErrnoException, timeoutMs);
      return { body: new Uint8Array(), complaint, retryAfter: null, final: false };
    } finally {
      this.#lastEnd = clock.now();
    }
  }
}

async function readBody(body: AsyncIterable<Uint8Array>, gzipped: boolean): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBodyBytes) throw new Error(`the answer is longer than ${maxBodyBytes >> 20} MB`);
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  return gzipped ? gunzipSync(bytes, { maxOutputLength: maxBodyBytes }) : bytes;
}

function describeFailure(error: NodeJS.ErrnoException, timeoutMs: number): string {
  switch (error.code) {
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return `no whole answer within ${timeoutMs / 1000} s`;
    case 'UND_ERR_SOCKET':
    case 'ECONNRESET':
      return 'the connection broke before the answer was whole';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the name of the server cannot be resolved (no network?)';
    case 'ECONNREFUSED':
      return 'the server refuses connections';
  }
  if (error.name === 'TimeoutError') return `no whole answer within ${timeoutMs / 1000} s`;
  if (/redirect/i.test(error.message))
    return `the server redirects in circles (more than ${maxRedirects} times)`;
  return `the request failed (${error.message})`;
}
