import type { HashedUploads } from '@hub/kernel/files/hashed-uploads.js';
import { isWhole } from '@hub/kernel/files/is-whole.js';

/** An upload that has come whole, of a party, under the hash that was told. */
export interface WholeUpload {
  readonly id: string;
  readonly partyId: string | null | undefined;
  readonly hash: string | null | undefined;
}

/** The whole uploads that still lie there: each is its file once more, until its time is over. */
export async function wholeUploads(uploads: HashedUploads): Promise<WholeUpload[]> {
  const found: WholeUpload[] = [];
  for (const id of await uploads.ids()) {
    // One that goes meanwhile is none.
    const upload = await uploads.getUpload(id).catch(() => undefined);
    if (upload && isWhole(upload)) found.push({ id, partyId: upload.metadata?.['partyId'], hash: upload.metadata?.['hash'] });
  }
  return found;
}
