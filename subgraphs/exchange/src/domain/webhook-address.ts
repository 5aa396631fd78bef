import { isAllowedHost } from '@hub/kernel/outbound/is-allowed-host.js';
import { isPublicAddress } from '@hub/kernel/outbound/is-public-address.js';

/** Which addresses webhooks may have. */
export interface AddressRules {
  /** Hosts, as they stand in the address, that may lie inside, each with its port or `*`: for every party. */
  readonly allowedHosts: ReadonlySet<string>;
  /** Whether a loopback host that is allowed may be called by plain http: in development. */
  readonly plainLoopback: boolean;
}

/** What is wrong with an address. */
export type AddressFault = 'NO_URL' | 'NOT_HTTPS' | 'USER' | 'FORBIDDEN';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** The host of an address as it is compared: lower case, without a dot at its end. */
export function hostOf(url: URL): string {
  return url.hostname.toLowerCase().replace(/\.$/, '');
}

/**
 * What is wrong with an address by itself; undefined if nothing. Where its host leads to is found out only when it is called, and
 * each time anew, see CallDispatcher.
 */
export function addressFault(address: string, { allowedHosts, plainLoopback }: AddressRules): AddressFault | undefined {
  if (!URL.canParse(address)) return 'NO_URL';
  const url = new URL(address);
  const host = hostOf(url);
  if (url.username !== '' || url.password !== '') return 'USER';
  const plain = url.protocol === 'http:' && plainLoopback && loopback.test(host);
  if (url.protocol !== 'https:' && !plain) return 'NOT_HTTPS';
  if (isAllowedHost(allowedHosts, host, url.port, url.protocol)) return undefined;
  const literal = host.startsWith('[') ? host.slice(1, -1) : /^[\d.]+$/.test(host) ? host : undefined;
  const inside = literal === undefined ? !host.includes('.') || /(^|\.)(localhost|local|internal)$/.test(host) : !isPublicAddress(literal);
  return inside ? 'FORBIDDEN' : undefined;
}
