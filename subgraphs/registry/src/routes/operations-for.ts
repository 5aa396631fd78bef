import type { OwnOperations } from '@hub/kernel/service/own-operations.js';
import type { RouteEngine } from '@hub/kernel/service/route-engine.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';

/**
 * By which terms the registry's plain addresses are read: whoever may undo a publication, a data steward or an owner's build by its token, sees what there is also where it has closed just that; all others
 * read under the terms in force.
 */
export function operationsFor({ role }: Caller, { operateInForce, operateAsBuilt }: Pick<RouteEngine, 'operateInForce' | 'operateAsBuilt'>): OwnOperations {
  return role === 'DATA_STEWARD' ? operateAsBuilt : operateInForce;
}
