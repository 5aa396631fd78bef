import type { ContentHashes } from './file-digests.js';

/** A file that was handed in: of whom, and what was told of it. */
export interface FileEntry {
  readonly partyId: string;
  readonly userId: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
}

/** What a store knows of its files beside the files themselves. */
export interface FileEntries {
  /** Whether a party has a file in the store, under a hash of whichever algorithm. */
  has(partyId: string, hash: string): Promise<boolean>;
  /** Enters a file that lies in its place. */
  enter(hashes: ContentHashes, entry: FileEntry): Promise<void>;
  /** Bytes that a party has in the store. */
  bytesOf(partyId: string): Promise<number>;
}
