import { CommandRefused } from '../command-refused.js';
import { readEnvironment } from '../environment.js';
import { findRunningHub } from '../running-hub.js';

export interface HubOptions {
  /** Address of the gateway; the hub that runs here without it. */
  readonly hub?: string;
  readonly token?: string;
  readonly lang: string;
}

/** A gateway, and as whom it is asked. */
export interface HubAddress {
  readonly url: string;
  readonly token: string;
  readonly language: string;
}

/** Finds the gateway: the one that is named, else that of the hub that runs here. @throws CommandRefused that says what to name */
export async function hubAt({ hub, token: given, lang: language }: HubOptions): Promise<HubAddress> {
  const { dataDir, variables } = readEnvironment();
  const url = hub ?? (await findRunningHub(dataDir))?.url;
  if (url === undefined) throw new CommandRefused('No hub runs here. Name its gateway, for example --hub http://127.0.0.1:4000.');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new CommandRefused(`"${url}" is no address of a gateway; right would be, for example, http://127.0.0.1:4000.`);
  const token = given ?? variables['HUB_TOKEN'];
  if (!token) throw new CommandRefused('Who imports? Give --token or HUB_TOKEN: of who may do the act that the mapping fills, such as an analyst of a centre (hub token center --role ANALYST, under the development issuer).');
  return { url: new URL('/graphql', url).href, token, language };
}
