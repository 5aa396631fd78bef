import { sha256 } from '../hashing/sha-256.js';
import type { SealedLog } from '../sealing/sealed-log.js';

/** How the record of preserved files is sealed (ADR 0020): over digests of its entries, so that one can be shown with its proof and without the others. It is never cut. */
export const sealedPreservation: SealedLog = {
  name: 'preserved',
  beginning: (owner) => `preserved files of ${owner}`,
  linked: sha256,
  checkpoint: 'preserved',
  cut: false,
};
