import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerLengthHeader, recordedMark } from '@hub/kernel/audit/answers-ahead.js';

/** A request as a subgraph sees it, down to its connection. */
export interface ReceivedRequest {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly headers: IncomingMessage['headers'];
  /** Whether the other side closed the connection before it had an answer. */
  abandoned: boolean;
  answer(data: object): void;
  /** Answers ahead of the entry in the audit log. @returns what says that the entry is written */
  answerAhead(data: object): () => void;
  breakOff(): void;
}

/** A subgraph whose test decides what each request meets. */
export interface HandMadeSubgraph {
  readonly name: string;
  readonly url: string;
  readonly typeDefs: string;
  readonly received: ReceivedRequest[];
  /** What is done with each request from now on; the ones before stay as they were. */
  meet(how: (request: ReceivedRequest) => void): void;
  /** What is done when the gateway says that entries need not wait for more. */
  hastened(how: () => void): void;
  close(): Promise<void>;
}

export async function handMadeSubgraph(name: string, typeDefs: string): Promise<HandMadeSubgraph> {
  const received: ReceivedRequest[] = [];
  let meet: (request: ReceivedRequest) => void = () => undefined;
  let hastened = () => undefined as void;
  const server = createServer((request, response) => void read(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();

  async function read(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/audit/hasten') {
      hastened();
      return void response.writeHead(204).end();
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as Pick<ReceivedRequest, 'query' | 'variables'>;
    const made: ReceivedRequest = {
      query,
      variables,
      headers: request.headers,
      abandoned: false,
      answer: (data) => void response.setHeader('content-type', 'application/json').end(JSON.stringify({ data })),
      answerAhead: (data) => {
        const text = JSON.stringify({ data });
        response.setHeader('content-type', 'application/json').setHeader(answerLengthHeader, Buffer.byteLength(text)).write(text);
        return () => void response.end(recordedMark);
      },
      breakOff: () => request.socket.destroy(),
    };
    response.on('close', () => {
      made.abandoned ||= !response.writableFinished;
    });
    received.push(made);
    meet(made);
  }

  return {
    name,
    typeDefs,
    received,
    url: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`,
    meet: (how) => {
      meet = how;
    },
    hastened: (how) => {
      hastened = how;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
