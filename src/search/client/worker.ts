import { fetchFrom } from './fetch-file.ts';
import { SearchClient } from './search-client.ts';
import type { WorkerAnswer, WorkerRequest } from './worker-protocol.ts';

let client: SearchClient | null = null;
const running = new Map<number, AbortController>();

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  switch (data.kind) {
    case 'open':
      client = new SearchClient(fetchFrom(data.baseUrl));
      // A failure shows again, and is told, with the first query.
      client.warmUp().catch(() => {});
      return;
    case 'cancel':
      running.get(data.id)?.abort();
      return;
    case 'search':
      void answer(data.id, (signal) => client!.search(data.text, { ...data.options, signal }));
      return;
    case 'countTopics':
      void answer(data.id, (signal) => client!.countTopics(data.text, signal));
  }
});

async function answer(id: number, run: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  let message: WorkerAnswer;
  try {
    message = { id, value: await run(controller.signal) };
  } catch (error) {
    message = { id, error: error instanceof Error ? error.message : String(error) };
  }
  running.delete(id);
  if (!controller.signal.aborted) postMessage(message);
}
