import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { KeptDecisions } from '@hub/schema/policy/decision/decisions-for.js';
import { randomField, randomNow } from '@hub/schema/policy/testing/random-terms.js';
import type { FieldTerms } from '@hub/schema/policy/terms/vocabulary.js';
import type { OracleCaller, OracleDesk, OracleTerms } from '@hub/kernel/testing/conformance/oracle.js';

/** A caller in the words of the oracle, which knows the parties of the demo. */
export function oracleCaller({ partyId, kind, level, regionCode, role, purpose }: Caller): OracleCaller {
  return { role, purpose, party: { id: partyId, kind, level: level ?? null, regionCode, name: '', uscc: '', roles: [role] } };
}

/** Terms as the oracle reads them off the SDL. */
export function oracleTerms(terms: FieldTerms): OracleTerms {
  return JSON.parse(JSON.stringify(terms)) as OracleTerms;
}

/** What the desk has decided on the random field. */
export function oracleDesk({ grants, closings }: KeptDecisions): OracleDesk {
  return {
    grants: [...grants.values()].flat().filter(({ coordinates }) => coordinates.includes(randomField))
      .map(({ grantee, holder, purpose, until }) => ({ grantee, holder, purpose, over: until.getTime() <= randomNow.getTime() })),
    closedBy: closings.filter(({ coordinate }) => coordinate === randomField).map(({ holder }) => holder),
  };
}
