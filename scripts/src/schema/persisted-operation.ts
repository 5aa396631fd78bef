/** An operation that a client was built with, as the registry tells it. */
export interface PersistedOperation {
  readonly id: string;
  /** SHA-256 of its text, by which clients ask it. */
  readonly hash: string;
  /** The id under which the manifest of its client has it, where that is another. */
  readonly manifestId: string | null;
  readonly client: string;
  readonly name: string;
  readonly safelistedAt: string | null;
  readonly retiredAt: string | null;
  readonly retiredBecause: string | null;
}

/** An operation in one line. */
export function operationInWords({ id, manifestId, client, name, safelistedAt, retiredAt, retiredBecause }: PersistedOperation): string {
  const listed = safelistedAt === null ? '' : ', on the list of the gateways';
  return `${id}  ${client}: ${name}${manifestId === null ? '' : ` (${manifestId})`}${retiredAt === null ? listed : `, retired ${retiredAt}: ${retiredBecause ?? ''}`}`;
}
