import type { Reading } from './reading.js';

/** How a document stands: a draft reads as what was issued, and what was superseded as what is in force. */
export interface Standing {
  /** State and version, in words. */
  readonly says: readonly string[];
  /** What stands across the paper where it is not, or is no longer, what it reads as. */
  readonly mark?: string | undefined;
}

export function versionOf(told: Reading): string {
  return told.isGiven ? `第 ${told.text} 版` : '';
}

/** @param version of what took its place */
export function supersededBy(version: Reading): string {
  return version.isGiven ? `已被${versionOf(version)}取代` : '已被取代';
}
