import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { signDetached } from '@hub/kernel/identity/detached-signature.js';
import { keyFile } from '@hub/kernel/identity/key-file.js';

/** A registry that delivers one supergraph, signed, and takes in what was used. */
export interface SmallRegistry {
  readonly url: string;
  /** Requests of which it was told. */
  told(): number;
  close(): Promise<void>;
}

/** Starts it, with a key in this folder. */
export async function startSmallRegistry(folder: string, supergraph: string): Promise<SmallRegistry> {
  const key = keyFile(join(folder, 'bench-registry-key.json'));
  await key.create();
  const signature = await signDetached(await key.key(), supergraph);
  let told = 0;
  const server = createServer((request, response) => {
    const json = (answer: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://registry.invalid');
    if (pathname === '/registry/keys') void key.jwks().then(json);
    else if (pathname === '/registry/usage') {
      void requestsIn(request).then((requests) => {
        told += requests;
        json({ unknownOperations: [] });
      });
    } else if (request.headers['if-none-match'] === undefined) response.writeHead(200, { etag: '"1"', 'x-hub-signature': signature, 'content-type': 'text/plain' }).end(supergraph);
    // There is never another: who waits for one waits in vain.
    else setTimeout(() => response.writeHead(304).end(), Number(searchParams.get('wait') ?? 0) * 1000).unref();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told: () => told,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function requestsIn(report: IncomingMessage): Promise<number> {
  const chunks: Buffer[] = [];
  for await (const chunk of report) chunks.push(chunk as Buffer);
  const { uses } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { readonly uses: readonly { readonly requests: number }[] };
  return uses.reduce((sum, { requests }) => sum + requests, 0);
}
