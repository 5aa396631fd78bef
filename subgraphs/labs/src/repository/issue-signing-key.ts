import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { overlapOfKeys } from '@hub/kernel/validation/overlap-of-keys.js';
import type { Signer } from '../domain/signer.js';
import type { IssueSigningKeyInput } from '../generated/graphql.js';
import type { LabsTransaction } from './database.js';
import { issueKey } from './issue-key.js';

// As the schema has it.
const usualOverlap = 'P7D';

/** Issues a new key to the signatory who asks (密钥签发、轮换, 3.3). */
export function issueSigningKey(signer: Signer) {
  return async ({ unit, caller }: ActScope<LabsTransaction>, { overlap = usualOverlap }: IssueSigningKeyInput): Promise<ActResult> => {
    const { id } = await issueKey(unit, signer, { labId: caller.partyId, userId: caller.userId }, overlapOfKeys(overlap), 'issueSigningKey');
    return { valueId: id };
  };
}
