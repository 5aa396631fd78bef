import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { AddressForbidden } from './address-forbidden.js';

/** Resolves a host to all of its addresses. */
export type Resolve = (host: string, done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void;

/** Where a connection is to be made to, as it stands in a URL: no port where it is that of the protocol. */
export interface Place {
  readonly hostname: string;
  readonly port: string;
  readonly protocol: string;
}

/** Whether a connection may go to an IP address. */
export type AddressRule = (address: string) => boolean;

export interface OutboundOptions {
  /** The rule by which the addresses of a host are looked at; the same function where the same holds, for each has connections of its own. */
  readonly ruleOf: (place: Place) => AddressRule;
  readonly timeoutSeconds: number;
  /** Of one host at once. */
  readonly connections: number;
  readonly resolve?: Resolve;
}

const resolveBySystem: Resolve = (host, done) => systemLookup(host, { all: true }, done);

/**
 * Connections from the hub to whatever address somebody has named. A host is resolved when it is connected to and the connection goes to an
 * address that was looked at, so that a name whose answer changes (DNS rebinding) gains nothing. Literal addresses are not resolved:
 * whoever names one is to be looked at before.
 */
export function outboundDispatcher({ ruleOf, timeoutSeconds, connections, resolve = resolveBySystem }: OutboundOptions): Agent {
  // Whole milliseconds, and never 0, which would be no limit at all.
  const timeout = Math.ceil(timeoutSeconds * 1000);
  const connectors = new Map<AddressRule, buildConnector.connector>();
  const connectorOf = (rule: AddressRule) => {
    const connector = connectors.get(rule) ?? buildConnector({ lookup: lookupBy(rule, resolve), timeout });
    connectors.set(rule, connector);
    return connector;
  };
  return new Agent({
    connect: (options, done) => connectorOf(ruleOf(options))(options, done),
    headersTimeout: timeout,
    bodyTimeout: timeout,
    maxHeaderSize: 16 * 1024,
    connections,
  });
}

function lookupBy(isOpen: AddressRule, resolve: Resolve): LookupFunction {
  return (host, options, done) => {
    resolve(host, (error, addresses) => {
      if (error) return done(error, '', 0);
      const open = addresses.filter(({ address }) => isOpen(address));
      const [first] = open;
      if (!first) return done(new AddressForbidden(`${host} leads to no address that may be called`), '', 0);
      if (options.all) return done(null, open);
      done(null, first.address, first.family);
    });
  };
}
