/** An operation that a client was built with, as the registry tells it. */
export interface PersistedOperation {
  readonly id: string;
  /** SHA-256 of its text, by which clients ask it. */
  readonly hash: string;
  readonly client: string;
  readonly name: string;
  readonly safelistedAt: string | null;
  readonly retiredAt: string | null;
  readonly retiredBecause: string | null;
}

/** An operation in one line. */
export function operationInWords({ id, client, name, safelistedAt, retiredAt, retiredBecause }: PersistedOperation): string {
  const listed = safelistedAt === null ? '' : ', on the list of the gateways';
  return `${id}  ${client}: ${name}${retiredAt === null ? listed : `, retired ${retiredAt}: ${retiredBecause ?? ''}`}`;
}
