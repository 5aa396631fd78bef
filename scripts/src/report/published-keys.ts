import type { ReportKey } from '@hub/labs/domain/report-key.js';
import { z } from 'zod';
import { CommandRefused } from '../command-refused.js';
import { readFileOrAddress } from '../read-file-or-address.js';
import type { ReportFile } from './report-file.js';

/** The public half of a key, as a JSON Web Key (RFC 7517). */
export type PublicKey = { readonly kty: string; readonly kid: string; readonly [part: string]: unknown };

/** The keys by which a report and its receipt are verified. */
export interface PublishedKeys {
  readonly ofReports: readonly ReportKey[];
  readonly ofReceipts: readonly PublicKey[];
  /** Where they come from, in words: empty where it is the report's own file. */
  readonly from: string;
}

/** Where a hub publishes its keys. */
const published = ['/.well-known/report-keys.json', '/.well-known/receipt-keys.json'];

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })) });
const ofLab = z.looseObject({ lab: z.string(), state: z.enum(['IN_FORCE', 'ROTATED', 'REVOKED']), issuedAt: z.iso.datetime({ offset: true }) });

/** The keys that a report's own file brings along. */
export function keysOfFile({ signingKey, centerReceipt }: ReportFile): PublishedKeys {
  const { publicJwk, lab, state, issuedAt, signsUntil, revokedAt, revocationReason } = signingKey ?? {};
  const key = publicJwk && { ...publicJwk, lab: lab?.id, state, issuedAt, ...(signsUntil && { signsUntil }), ...(revokedAt && { revokedAt }), ...(revocationReason && { revocationReason }) };
  return { ofReports: key ? [key as ReportKey] : [], ofReceipts: centerReceipt?.publicJwk ? [centerReceipt.publicJwk] : [], from: '' };
}

/**
 * Keys as files or addresses give them; the address of a hub alone stands for both sets that it publishes.
 * @throws CommandRefused
 */
export async function readPublishedKeys(places: readonly string[]): Promise<PublishedKeys> {
  const sets = await Promise.all(places.flatMap(addressesOf).map(readKeySet));
  const keys = sets.flat();
  const ofReports = keys.filter((key) => 'lab' in key);
  const strange = ofReports.find((key) => !ofLab.safeParse(key).success);
  if (strange) throw new CommandRefused(`The key ${strange.kid} of --keys does not say its lab, its state and since when it signs. Take the keys from ${published[0]} of the hub.`);
  return { ofReports: ofReports as unknown as ReportKey[], ofReceipts: keys.filter((key) => !('lab' in key)), from: places.join(', ') };
}

function addressesOf(place: string): string[] {
  if (!/^https?:\/\//.test(place)) return [place];
  if (!URL.canParse(place)) throw new CommandRefused(`"${place}" is no address. Right would be, for example, --keys https://hub.example.cn.`);
  return new URL(place).pathname === '/' ? published.map((path) => new URL(path, place).href) : [place];
}

async function readKeySet(place: string): Promise<PublicKey[]> {
  try {
    return keySet.parse(JSON.parse(await readFileOrAddress(place))).keys;
  } catch (error) {
    const problem = error instanceof z.ZodError ? 'it is no JSON Web Key Set' : (error as Error).message;
    throw new CommandRefused(`The keys cannot be read from ${place} (${problem}). Name a file or an address of keys (JWKS), or that of a hub, such as https://hub.example.cn.`);
  }
}
