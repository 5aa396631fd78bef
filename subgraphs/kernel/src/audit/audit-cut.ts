import { canonicalJson } from '../hashing/canonical-json.js';

/** Where the log begins, once what was before has been kept for as long as it had to be. */
export interface Cut {
  readonly owner: string;
  readonly position: number;
  readonly hash: string;
  readonly at: string;
}

/** The text that is signed for a cut. */
export function cutText({ owner, position, hash, at }: Cut): string {
  return canonicalJson({ cut: { owner, position, hash, at } });
}
