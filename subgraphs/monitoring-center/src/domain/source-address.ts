import { isAllowedHost } from '@hub/kernel/outbound/is-allowed-host.js';
import { isPublicAddress } from '@hub/kernel/outbound/is-public-address.js';

/** From where the operator lets sources be fetched: hosts, each with its port or `*`; of nothing else is anything asked. */
export interface SourceHosts {
  /** By https. */
  readonly hosts: ReadonlySet<string>;
  /** By plain http too, which anybody on the way can read and change. */
  readonly plainHosts: ReadonlySet<string>;
}

/** Where something is asked, as it stands in a URL. */
export interface SourcePlace {
  readonly hostname: string;
  readonly port: string;
  readonly protocol: string;
}

/** Whether the operator has entered a host, a name or an address. */
export function isEntered({ hostname, port, protocol }: SourcePlace, { hosts, plainHosts }: SourceHosts): boolean {
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  return isAllowedHost(protocol === 'https:' ? hosts : plainHosts, hostname, port, protocol);
}

/** Whether what a host leads to may be connected to: it is public, or was entered itself. */
export function mayConnect(address: string, { port, protocol }: Pick<SourcePlace, 'port' | 'protocol'>, entered: SourceHosts): boolean {
  return isPublicAddress(address) || isEntered({ hostname: address.includes(':') ? `[${address}]` : address, port, protocol }, entered);
}

/** What is wrong with the address of a source: none, one with a user, or one that the operator has not entered; undefined if nothing. */
export function sourceFault(address: string, entered: SourceHosts): 'NO_URL' | 'USER' | 'NOT_ALLOWED' | undefined {
  if (!URL.canParse(address)) return 'NO_URL';
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return 'USER';
  return isEntered(url, entered) ? undefined : 'NOT_ALLOWED';
}
