import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { owners, type Owner } from '@hub/prisma/owner.js';
import { CommandRefused } from '../command-refused.js';

/** Where everything will listen; decided before anything starts, because everybody has to know everybody. */
export interface Ports {
  readonly gateway: number;
  readonly subgraphs: Readonly<Record<Owner, number>>;
}

export const loopback = '127.0.0.1';

/**
 * Chooses the ports: the gateway's is the one asked for, the subgraphs' are those behind it where they are free.
 * @param patience milliseconds in which the gateway's may become free
 * @throws CommandRefused where the gateway's cannot be had
 */
export async function choosePorts(host: string, port: number, patience = 0): Promise<Ports> {
  const held: Server[] = [];
  try {
    const hold = async (at: string, wanted: number): Promise<number> => {
      const server = createServer();
      server.listen({ host: at, port: wanted, exclusive: true });
      await once(server, 'listening');
      held.push(server);
      return (server.address() as AddressInfo).port;
    };
    const gateway = await holdPatiently(() => hold(host, port), Date.now() + patience).catch((error: NodeJS.ErrnoException) => {
      throw new CommandRefused(whyNot(host, port, error), { cause: error });
    });
    const subgraphs: [Owner, number][] = [];
    for (const [index, owner] of owners.entries()) {
      const preferred = port === 0 || port + 1 + index > 65_535 ? 0 : port + 1 + index;
      subgraphs.push([owner, await hold(loopback, preferred).catch(() => hold(loopback, 0))]);
    }
    return { gateway, subgraphs: Object.fromEntries(subgraphs) as Record<Owner, number> };
  } finally {
    await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
  }
}

async function holdPatiently(hold: () => Promise<number>, until: number): Promise<number> {
  for (;;) {
    try {
      return await hold();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || Date.now() >= until) throw error;
      await delay(50);
    }
  }
}

/** What to do when the gateway's port cannot be opened. */
function whyNot(host: string, port: number, { code }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken by another program. Stop that program, or choose another port: PORT=${port + 100 > 65_535 ? 4100 : port + 100} npm start`;
    case 'EACCES':
      return `This account may not open port ${port}. Choose one above 1023: PORT=4000 npm start`;
    default:
      return `This machine cannot listen on HOST=${host} (${code ?? 'unknown error'}). Leave HOST out to listen on ${loopback}, or name an address of this machine.`;
  }
}
