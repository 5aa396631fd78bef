import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';

/** What an entry of a centre's chain of evidence says (证据, 5.2.4 a): all of it is hashed. */
export interface EvidenceEntry {
  readonly id: string;
  readonly center: string;
  /** From 1, without gaps. */
  readonly sequence: number;
  readonly sampleId: string;
  readonly kind: string;
  /** EvidenceFile[] */
  readonly files: unknown;
  /** ISO 8601 in UTC, with milliseconds. */
  readonly takenAt: string;
  readonly remark: string | null;
  /** ActRecord: who preserved it, when. */
  readonly preserved: unknown;
}

export interface ChainedEvidence extends EvidenceEntry {
  readonly previousHash: string;
  readonly chainHash: string;
}

/** Where a chain of evidence ends. */
export interface ChainEnd {
  readonly sequence: number;
  readonly head: string;
}

/** The end of a chain without entries. */
export const chainStart: ChainEnd = { sequence: 0, head: `sha-256:${'0'.repeat(64)}` };

/** SHA-256 over the canonical JSON of an entry and the hash before it. */
export function chainHash({ id, center, sequence, sampleId, kind, files, takenAt, remark, preserved }: EvidenceEntry, previousHash: string): string {
  const content = { id, center, sequence, sampleId, kind, files, takenAt, remark, preserved, previousHash };
  return sha256(canonicalJson(content));
}

/**
 * The place of the first entry that was changed, removed or moved, if there is one, among entries in the order of the chain.
 *
 * @param from the end of what was checked before
 * @param end where the chain is said to end; absent while more entries follow
 */
export function firstBreak(entries: readonly ChainedEvidence[], from: ChainEnd, end?: ChainEnd): number | undefined {
  let { sequence, head } = from;
  for (const entry of entries) {
    sequence += 1;
    if (entry.sequence !== sequence || entry.previousHash !== head || entry.chainHash !== chainHash(entry, head)) return sequence;
    head = entry.chainHash;
  }
  if (!end || (end.sequence === sequence && end.head === head)) return undefined;
  return end.sequence === sequence ? Math.max(sequence, 1) : Math.min(sequence, end.sequence) + 1;
}
