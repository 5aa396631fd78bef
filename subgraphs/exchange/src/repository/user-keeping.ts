import type { PersonalData } from '@hub/kernel/personal/personal-data.js';
import type { ExchangeDatabase, ExchangeTransaction } from './database.js';

/** How names of users are kept (5.4.3 d): each under the key of its person, which is erased with them. */
export interface UserKeeping {
  readonly personal: PersonalData<{ readonly name: string }>;
  /** Milliseconds for which the name of one who acts no more is kept. */
  readonly keptFor: number;
  /** By what a receipt knows a name again: a hash that nobody makes without the hub's key, so that no guess can be confirmed. */
  readonly hash: (name: unknown) => Promise<string>;
}

/** A name as a row keeps it, and under whose key. */
export interface SealedName {
  readonly personId: string;
  readonly sealed: string | null;
}

/** Of whom a name is kept in an application: not yet the user's, who may be another one by then. */
export function applicantOf(applicationId: string): string {
  return `application:${applicationId}`;
}

/** Encrypts names, by whom they are of. */
export async function sealedNames(tx: ExchangeTransaction, { personal }: UserKeeping, names: ReadonlyMap<string, string>, at: Date): Promise<ReadonlyMap<string, string>> {
  const sealed = await personal.seal(tx, [...names].map(([personId, name]) => ({ personId, content: { name } })), at);
  return new Map(sealed.map((each) => [each.personId, each.sealed]));
}

/** Encrypts one name. */
export async function sealedName(tx: ExchangeTransaction, keeping: UserKeeping, { personId, name }: { readonly personId: string; readonly name: string }, at: Date): Promise<string | null> {
  return (await sealedNames(tx, keeping, new Map([[personId, name]]), at)).get(personId) ?? null;
}

/** Names in the clear, by whom they are of; of whom is erased there is none. */
export async function openedNames(database: ExchangeDatabase | ExchangeTransaction, { personal }: UserKeeping, rows: readonly SealedName[]): Promise<ReadonlyMap<string, string>> {
  const opened = await personal.open(database, rows.flatMap(({ personId, sealed }) => (sealed === null ? [] : [{ personId, sealed }])));
  return new Map([...opened].map(([personId, { name }]) => [personId, name]));
}
