import type { Stamps } from '@hub/schema/policy/decision/stamps.js';

/** Kind of the event by which `exchange` asks an owner who may read something. */
export const rowReadingAsked = 'RowReadingAsked';
/** Kind of the event by which the owner answers. */
export const rowReadingAnswered = 'RowReadingAnswered';

/** A party in a role, as one that reads. */
export interface RowReader {
  /** Who of the party; null where it is asked about the party alone, which is no reading. */
  readonly userId: string | null;
  readonly partyId: string;
  readonly role: string;
  /** The user in whose stead (代办); absent where for themselves. */
  readonly onBehalfOf?: string | null | undefined;
  /** The mapping by which a claim of the token gave the role (角色映射); absent where the party keeps it. */
  readonly roleMapping?: string | null | undefined;
  readonly purpose: string | null;
}

/** What `exchange` asks the owner of a type: which of these fields of a row each of these readers may read now. */
export interface RowReadingAsked {
  /** For what it is asked; comes back with the answer. */
  readonly about: string;
  readonly type: string;
  readonly rowId: string;
  /** Names of fields of the type. */
  readonly fields: readonly string[];
  readonly readers: readonly RowReader[];
}

/** What the owner answers. A row that is not there and one that nobody of them sees are answered alike. */
export interface RowReadingAnswered {
  readonly about: string;
  /** The readers as asked, each with the fields that it may read, whole and unmasked. */
  readonly readings: readonly { readonly reader: RowReader; readonly fields: readonly string[] }[];
  /** The stamps of the row; null where nobody of them sees it. */
  readonly row: Stamps | null;
}
