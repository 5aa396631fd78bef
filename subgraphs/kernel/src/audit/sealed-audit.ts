import type { SealedLog } from '../sealing/sealed-log.js';

/** How the audit log is sealed (ADR 0012). */
export const sealedAudit: SealedLog = {
  name: 'audit',
  beginning: (owner) => `audit log of ${owner}`,
  linked: (entry) => entry,
  checkpoint: 'checkpoint',
  cut: true,
};
