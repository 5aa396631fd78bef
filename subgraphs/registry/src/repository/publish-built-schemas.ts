import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { PublishBuiltSchemasInput } from '../generated/graphql.js';
import { builtSchemas, supergraph } from './built-schemas.js';
import type { RegistryTransaction } from './database.js';
import { notGreen } from './keep-check.js';
import { putBuiltSchemas } from './publish-schemas.js';
import { requireSteward } from './require-subgraph.js';
import type { SchemaPublishing } from './schema-publishing.js';
import { schemasInForce } from './schemas-in-force.js';

/** Publishes what comes with this edition of the hub (5.4.3 c), approved as a whole by the steward: several schemas may compose only together. What a steward has published before is neither narrowed nor widened by it, but as approved. */
export function publishBuiltSchemas({ check, key }: SchemaPublishing) {
  return async ({ unit, caller }: ActScope<RegistryTransaction>, input: PublishBuiltSchemasInput): Promise<ActResult> => {
    await requireSteward(unit.tx, caller, 'reason');
    const reason = requireText('reason', input.reason, 1000);
    const { differing, findings } = await putBuiltSchemas(unit, builtSchemas, key, { check, standing: 'BY_STEWARD', reason });
    if (differing.length > 0) throw notGreen({ findings });
    const valueId = (await schemasInForce(unit.tx)).get(supergraph)?.id ?? '';
    return { valueId };
  };
}
