import type { RegistryDatabase } from './database.js';
import { fieldUsage, type UsageAsked } from './field-usage.js';
import { fieldsInForce } from './fields-in-force.js';
import { schemaUsage, type SchemaUsageAsked } from './schema-usage.js';

/** How usage is read. Who may ask is for the terms of the questions: there are no rows of anybody's own. */
export function usage(database: RegistryDatabase) {
  return {
    count: (asked: UsageAsked) => fieldUsage(database, asked),
    ofSchema: (asked: SchemaUsageAsked) => schemaUsage(database, asked),
    /** The coordinates that a subgraph has terms for; none where there is no such subgraph. */
    fieldsOf: async (subgraph: string): Promise<readonly string[]> => ((await fieldsInForce(database, subgraph)) ?? []).map(({ coordinate }) => coordinate),
  };
}
