import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { isAllowedHost } from '../domain/is-allowed-host.js';
import { isPublicAddress } from '../domain/is-public-address.js';
import { AddressForbidden } from './address-forbidden.js';

/** Calls under way at once in one process. */
export const mostCallsAtOnce = 16;

/** Resolves a host to all of its addresses. */
export type Resolve = (host: string, done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void;

const resolveBySystem: Resolve = (host, done) => systemLookup(host, { all: true }, done);

/**
 * The connections of webhooks. A host is resolved when it is connected to and the connection goes to an address that was looked at,
 * so that a name whose answer changes (DNS rebinding) gains nothing. Literal addresses are not resolved: see addressFault.
 */
export function callDispatcher(allowedHosts: ReadonlySet<string>, timeoutSeconds: number, resolve: Resolve = resolveBySystem): Agent {
  // Whole milliseconds, and never 0, which would be no limit at all.
  const timeout = Math.ceil(timeoutSeconds * 1000);
  const outside = buildConnector({ lookup: lookupOf(resolve, isPublicAddress), timeout });
  const anywhere = buildConnector({ lookup: lookupOf(resolve, () => true), timeout });
  return new Agent({
    connect: (options, done) => {
      const { hostname, port, protocol } = options;
      (isAllowedHost(allowedHosts, hostname, port, protocol) ? anywhere : outside)(options, done);
    },
    headersTimeout: timeout,
    bodyTimeout: timeout,
    maxHeaderSize: 16 * 1024,
    // Of one host, as many as calls are made at once: one that waits for a connection would seem to be answered too late.
    connections: mostCallsAtOnce,
  });
}

function lookupOf(resolve: Resolve, isOpen: (address: string) => boolean): LookupFunction {
  return (host, options, done) => {
    resolve(host, (error, addresses) => {
      if (error) return done(error, '', 0);
      const open = addresses.filter(({ address }) => isOpen(address));
      const [first] = open;
      if (!first) return done(new AddressForbidden(`${host} leads to no public address`), '', 0);
      if (options.all) return done(null, open);
      done(null, first.address, first.family);
    });
  };
}
