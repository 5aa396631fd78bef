import type { JWK } from 'jose';
import { z } from 'zod';

const hash = z.string().regex(/^sha-256:[0-9a-f]{64}$/);
const sm3 = z.string().regex(/^sm3:[0-9a-f]{64}$/);
const position = z.int().positive();
const word = z.string().max(1_000);
const by = z.object({ userId: word, partyId: word, role: word.nullable() });
const contentHash = z.union([hash, sm3]);
const common = { id: word, owner: word, at: z.iso.datetime() };

/** A file as an entry tells that it came. */
export const receivedFile = z.object({ hash, sm3, size: z.int().nonnegative(), mediaType: word });

/** The entries that an export has, as the hub writes them. */
export const exportedEntry = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('RECEIVED'), by, file: receivedFile }),
  z.object({
    ...{ ...common, kind: z.literal('NAMED'), act: word.nullable(), by: by.nullable() },
    subject: z.object({ type: word, id: word }),
    files: z.array(z.object({ hash: contentHash, size: z.int().nonnegative(), mediaType: word, name: word.nullish() })),
  }),
]);

export type ExportedEntry = z.infer<typeof exportedEntry>;

/** What an export is of, and what it holds. */
export const exportManifest = z.object({
  owner: word,
  /** Id of the row that names the files. */
  subject: word,
  exportedAt: z.iso.datetime(),
  /** Positions of the entries. */
  entries: z.array(position).readonly(),
  checkpoints: z.array(position).readonly(),
  /** Positions of the checkpoints that are stamped. */
  stamps: z.array(position).readonly(),
  files: z.array(receivedFile.extend({ partyId: word })).readonly(),
  /** Hashes of files that are named and were not handed in. */
  notHandedIn: z.array(contentHash).readonly(),
});

export type ExportManifest = z.infer<typeof exportManifest>;

export const exportedProof = z.object({ position, entry: z.string(), previous: hash, following: z.array(hash), checkpoint: position });

/** The text of a checkpoint: nothing else is one, whoever has signed it. */
export const exportedCheckpoint = z.strictObject({
  preserved: z.strictObject({ id: word, owner: word, first: position, position, previous: hash, hash, at: z.iso.datetime() }),
});

export const exportedKeys = z.object({ keys: z.array(z.record(z.string(), z.unknown())).min(1).max(20).transform((keys) => keys as JWK[]) });
