import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** How one request is answered; `url` is the path with its query. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A local server that gives the answers in turn, the last one for ever; closed when the test ends. */
export async function serverGiving(
  ...answers: Answer[]
): Promise<{ url: string; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answers[Math.min(requests.length, answers.length) - 1]!(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

/** An answer of that status, headers and body. */
export const giving =
  (body: string | Uint8Array, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

export const htmlErrorPage = giving('<!DOCTYPE html><html><title>Oops,\n 500</title></html>');

/** Says how long the answer is and hangs up before it is whole. */
export const cutOff: Answer = (response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('[{"paper":', () => response.destroy());
};

/** Never answers. */
export const silent: Answer = () => {};

/** Starts to answer, and never ends. */
export const endless: Answer = (response) => {
  response.writeHead(200);
  response.write('[');
};
