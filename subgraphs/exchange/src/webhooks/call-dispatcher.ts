import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { isPublicAddress } from '../domain/is-public-address.js';
import { AddressForbidden } from './address-forbidden.js';

/** Resolves a host to all of its addresses. */
export type Resolve = (host: string, done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void;

const resolveBySystem: Resolve = (host, done) => systemLookup(host, { all: true }, done);

/**
 * The connections of webhooks. A host is resolved when it is connected to and the connection goes to an address that was looked at,
 * so that a name whose answer changes (DNS rebinding) gains nothing. Literal addresses are not resolved: see addressFault.
 */
export function callDispatcher(allowedHosts: ReadonlySet<string>, timeoutSeconds: number, resolve: Resolve = resolveBySystem): Agent {
  const lookup: LookupFunction = (host, options, done) => {
    resolve(host, (error, addresses) => {
      if (error) return done(error, '', 0);
      const open = allowedHosts.has(host.toLowerCase().replace(/\.$/, '')) ? addresses : addresses.filter(({ address }) => isPublicAddress(address));
      const [first] = open;
      if (!first) return done(new AddressForbidden(`${host} leads to no public address`), '', 0);
      if (options.all) return done(null, open);
      done(null, first.address, first.family);
    });
  };
  return new Agent({
    connect: { lookup, timeout: timeoutSeconds * 1000 },
    headersTimeout: timeoutSeconds * 1000,
    bodyTimeout: timeoutSeconds * 1000,
    maxHeaderSize: 16 * 1024,
    connections: 8,
  });
}
