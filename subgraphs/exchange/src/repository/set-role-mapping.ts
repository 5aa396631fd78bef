import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireClaim } from './require-claim.js';
import { requireMappedRole } from './require-mapped-role.js';
import { roleMappingMachine } from '../domain/role-mapping-machine.js';
import type { SetRoleMappingInput } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';
import { requireAdministrator } from './require-administrator.js';
import { tellParticipant } from './tell-participant.js';

/** Mappings of one party in force: each is looked at whenever somebody of it acts in a role that the party does not keep. */
const mostMappings = 100;

/**
 * Lets a claim of the identity provider give users of the caller's party a role (角色映射设置, 5.4.3 d), and tells every owner. To the caller it gives none: nobody changes their own roles.
 *
 * @param issuer the one whose tokens the hub takes
 * @throws Refusal ADMINISTRATOR_NO_MORE, VALUE_INVALID, VALUE_REQUIRED, VALUE_TOO_LONG, CLAIM_OF_EVERY_TOKEN, ROLE_NOT_OF_KIND, ROLE_OF_ADMINISTRATOR, NOTHING_CHANGED, ROLE_MAPPING_LIMIT
 */
export function setRoleMapping(issuer: string) {
  return async ({ unit, caller }: ActScope<ExchangeTransaction>, input: SetRoleMappingInput): Promise<ActResult> => {
    const { tx, now } = unit;
    const { partyId, kind } = caller;
    await requireAdministrator(tx, caller);
    const tokenClaim = requireClaim('tokenClaim', input.tokenClaim);
    const claimValue = requireText('claimValue', input.claimValue, 200);
    const role = requireMappedRole('role', kind, input.role);
    const inForce = await tx.roleMapping.findMany({ where: { participantId: partyId, state: 'IN_FORCE' } });
    if (inForce.some((each) => each.issuer === issuer && each.tokenClaim === tokenClaim && each.claimValue === claimValue && each.role === role)) {
      throw new Refusal('NOTHING_CHANGED', { field: 'claimValue', parameters: { type: 'RoleMapping' } });
    }
    if (inForce.length >= mostMappings) throw new Refusal('ROLE_MAPPING_LIMIT', { parameters: { limit: mostMappings } });
    const { id } = await tx.roleMapping.create({
      data: { participantId: partyId, issuer, tokenClaim, claimValue, role, recorded: { ...actRecord(unit) }, recordedAt: now, holder: partyId, concerned: [], ...roleMappingMachine.begin('setRoleMapping') },
    });
    await tellParticipant(unit, partyId);
    return { valueId: id };
  };
}
