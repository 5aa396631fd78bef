import { tokenFor } from '../commands/token.js';
import { CommandRefused } from '../command-refused.js';
import { readEnvironment } from '../environment.js';
import { findRunningHub } from '../running-hub.js';

/** Which hub a command asks, and as whom. */
export interface AskedAs {
  readonly url?: string;
  readonly as?: string;
  readonly role?: string;
}

/** The address of the hub that is named, or of the one that runs here. @throws CommandRefused */
export async function addressOf({ url }: AskedAs): Promise<string> {
  const found = url ?? (await findRunningHub(readEnvironment().dataDir))?.url;
  if (found === undefined) throw new CommandRefused('No hub runs here. Name one, for example --url https://hub.example.cn.');
  if (!URL.canParse(found) || !/^https?:$/.test(new URL(found).protocol)) throw new CommandRefused(`"${found}" is no address of a hub. Right would be, for example, --url https://hub.example.cn.`);
  return found;
}

/** Who asks: a token as the issuer gave it, or, under the development issuer, an identity, with a newer token for each request. @throws CommandRefused */
export function tokenOf({ as, role }: AskedAs): () => Promise<string> {
  const given = readEnvironment().variables['HUB_TOKEN'];
  if (as !== undefined) return () => tokenFor(as, { role });
  if (!given) throw new CommandRefused('Who asks? Set HUB_TOKEN to a token of your issuer or, under the development issuer, name an identity with --as.');
  return async () => given;
}
