import { canonicalJson } from '../hashing/canonical-json.js';

/** What the registry signs of a version besides its text: that this text is this version of this subgraph. JSON in one form only (RFC 8785). */
export function attestedText({ subgraph, version, contentHash }: { readonly subgraph: string; readonly version: number; readonly contentHash: string }): string {
  return canonicalJson({ contentHash, subgraph, version });
}
