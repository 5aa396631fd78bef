import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PlayedHub {
  readonly url: string;
  close(): Promise<void>;
}

/** A hub that answers what a test has it answer. */
export async function playedHub(answer: RequestListener): Promise<PlayedHub> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
