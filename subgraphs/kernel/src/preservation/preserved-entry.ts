import type { NamedFile } from '../validation/require-evidence-files.js';

/** What every entry of the record of preserved files has. */
interface Entry<Kind extends string> {
  readonly id: string;
  readonly kind: Kind;
  readonly owner: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Who did it, as the act's record names it. */
interface By {
  readonly userId: string;
  readonly partyId: string;
  readonly role: string | null;
}

/** A file has come whole, and lies in the store. */
export interface FileReceived extends Entry<'RECEIVED'> {
  readonly by: By;
  /** SHA-256 and SM3, bytes. */
  readonly file: { readonly hash: string; readonly sm3: string; readonly size: number; readonly mediaType: string };
}

/** An act has named files on a row. */
export interface FilesNamed extends Entry<'NAMED'> {
  /** Null of what was named before there was this record. */
  readonly act: string | null;
  readonly by: By | null;
  readonly subject: { readonly type: string; readonly id: string };
  readonly files: readonly NamedFile[];
}

/** An authority has stamped a checkpoint: all up to it was there at this time (RFC 3161). */
export interface CheckpointStamped extends Entry<'STAMPED'> {
  /** Position of the checkpoint. */
  readonly position: number;
  /** Address of the authority. */
  readonly authority: string;
  /** TimeStampToken over the text of the checkpoint, DER in base64. */
  readonly token: string;
}

/** One entry of an owner's record of preserved files (存证, 5.2.4 a). */
export type PreservedEntry = FileReceived | FilesNamed | CheckpointStamped;

/** An entry but for what every entry has. */
export type NewPreservedEntry = { [Kind in PreservedEntry['kind']]: Omit<Extract<PreservedEntry, { kind: Kind }>, 'id' | 'owner' | 'at'> & { readonly at?: string } }[PreservedEntry['kind']];
