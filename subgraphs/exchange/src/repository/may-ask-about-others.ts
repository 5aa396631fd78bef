import { operatorOf } from '@hub/schema/catalogue/operator-of.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { FieldTerms } from '@hub/schema/policy/terms/vocabulary.js';

/** Whether a caller may ask what a field's terms give another party: who operates the field's owner, and data stewards of the centre (5.4.3 d). */
export function mayAskAboutOthers({ kind, role }: Caller, { owner }: Pick<FieldTerms, 'owner'>): boolean {
  return kind === operatorOf(owner) || (kind === 'MONITORING_CENTER' && role === 'DATA_STEWARD');
}
