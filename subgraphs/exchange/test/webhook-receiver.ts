import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { eventually } from '@hub/kernel/testing/eventually.js';

/** What a webhook was called with. */
export interface Received {
  readonly id: string;
  readonly signature: string;
  readonly text: string;
  readonly headers: Record<string, string>;
  readonly body: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: { readonly cursor: string; readonly occurredAt: string; readonly kind: string; readonly exchangeEvent: { readonly id: string; readonly subjectId: string } };
  };
}

/** A partner's receiver on loopback, which answers as the test says. */
export interface Receiver {
  readonly url: string;
  readonly had: readonly Received[];
  /** How many calls were under way at once, at most. */
  readonly mostAtOnce: () => number;
  /** Answers 204 unless told otherwise. */
  answerBy(answer: (response: ServerResponse, received: Received) => void): void;
  /** Those of a kind, as soon as there are so many. */
  until(count: number, kind?: string): Promise<Received[]>;
  stopListening(): Promise<void>;
  listenAgain(): Promise<void>;
  close(): Promise<void>;
}

const acknowledge = (response: ServerResponse) => void response.writeHead(204).end();

export async function receiver(): Promise<Receiver> {
  const had: Received[] = [];
  let answer: (response: ServerResponse, received: Received) => void = acknowledge;
  let underWay = 0;
  let most = 0;
  const server = createServer((request, response) => {
    most = Math.max(most, (underWay += 1));
    response.once('close', () => (underWay -= 1));
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const headers = signatureHeaders(request.headers);
      const received = { id: headers['webhook-id'] ?? '', signature: headers['webhook-signature'] ?? '', text, headers, body: JSON.parse(text) as Received['body'] };
      had.push(received);
      answer(response, received);
    });
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/events`,
    had,
    mostAtOnce: () => most,
    answerBy: (by) => (answer = by),
    until: (count, kind) =>
      eventually(
        async () => had.filter(({ body }) => kind === undefined || body.type === kind),
        (found) => found.length >= count,
      ),
    stopListening: close,
    listenAgain: () => listen(port),
    close: () => (server.listening ? close() : Promise.resolve()),
  };
}

/** Whether a secret verifies what came, by the library of Standard Webhooks. */
export function verifies(secret: string, { text, headers }: Received): boolean {
  try {
    new Webhook(secret).verify(text, headers);
    return true;
  } catch {
    return false;
  }
}

function signatureHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, String(headers[name] ?? '')]));
}
