/**
 * Answers from the network, and from `stored` when there is no network, when the server fails, or when `timeoutMs`
 * pass: then the network's answer still arrives for the cache. Rejects when there is neither.
 */
export async function networkFirst(
  network: Promise<Response>,
  stored: Response | undefined,
  timeoutMs: number,
): Promise<Response> {
  if (stored === undefined) return network;
  const timeout = new Promise<Response>((resolve) => setTimeout(resolve, timeoutMs, stored));
  const answer = network.then(
    (response) => (response.status < 500 ? response : stored),
    () => stored,
  );
  return Promise.race([answer, timeout]);
}
