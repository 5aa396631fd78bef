import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { FieldTerms } from '@hub/schema/policy/terms/vocabulary.js';
import type { OracleCaller, OracleTerms } from '@hub/kernel/testing/conformance/oracle.js';

/** A caller in the words of the oracle, which knows the parties of the demo. */
export function oracleCaller({ partyId, kind, level, regionCode, role }: Caller): OracleCaller {
  return { role, party: { id: partyId, kind, level: level ?? null, regionCode, name: '', uscc: '', roles: [role] } };
}

/** Terms as the oracle reads them off the SDL. */
export function oracleTerms(terms: FieldTerms): OracleTerms {
  return JSON.parse(JSON.stringify(terms)) as OracleTerms;
}
