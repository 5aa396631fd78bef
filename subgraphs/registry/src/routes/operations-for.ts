import type { OwnOperations } from '@hub/kernel/service/own-operations.js';
import type { RouteEngine } from '@hub/kernel/service/route-engine.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';

/** What undoing a publication needs, so that it can be done where just that was closed. */
const undoing: readonly string[] = ['checks', 'approvals', 'publications', 'promotions', 'built'];

/** By which terms an act is done at its plain address: all that undoes no publication goes by the terms in force. */
export function operationsForAct(name: string, { operateInForce, operateAsBuilt }: Pick<RouteEngine, 'operateInForce' | 'operateAsBuilt'>): OwnOperations {
  return undoing.includes(name) ? operateAsBuilt : operateInForce;
}

/**
 * By which terms versions, and what runs, are read at the registry's plain addresses: whoever may undo a publication, a data steward or an owner's build by its token, sees what there is also where it has closed just that; all others
 * read under the terms in force.
 */
export function operationsFor({ role }: Caller, { operateInForce, operateAsBuilt }: Pick<RouteEngine, 'operateInForce' | 'operateAsBuilt'>): OwnOperations {
  return role === 'DATA_STEWARD' ? operateAsBuilt : operateInForce;
}
