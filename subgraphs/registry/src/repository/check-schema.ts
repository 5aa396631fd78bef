import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { CheckSchemaInput } from '../generated/graphql.js';
import type { RegistryTransaction } from './database.js';
import { keepCheck } from './keep-check.js';
import { requireSubgraph } from './require-subgraph.js';
import { schemaLimit, type SchemaPublishing } from './schema-publishing.js';
import { schemasInForce } from './schemas-in-force.js';

/** Checks a schema against what is in force (5.4.3 c); whatever it finds is kept, and nothing else changes. */
export function checkSchema(publishing: SchemaPublishing) {
  return async ({ unit, caller }: ActScope<RegistryTransaction>, input: CheckSchemaInput): Promise<ActResult> => {
    const subgraph = await requireSubgraph(unit.tx, caller, input.subgraph);
    const sdl = requireText('sdl', input.sdl, schemaLimit);
    const check: typeof publishing.check = (task) => publishing.check({ ...task, onlyFindings: true });
    const { id } = await keepCheck(unit, { subgraph, sdl }, await schemasInForce(unit.tx), { ...publishing, check });
    return { valueId: id };
  };
}
