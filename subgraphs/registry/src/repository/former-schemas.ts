import type { FormerSchema } from '@hub/schema/check/check-task.js';
import type { RegistryTransaction } from './database.js';

/** What was in force of a subgraph before, the latest first: each text once, as it was in force last. */
export async function formerSchemas(tx: Pick<RegistryTransaction, '$queryRaw'>, subgraph: string): Promise<readonly FormerSchema[]> {
  return tx.$queryRaw<FormerSchema[]>`
    SELECT t.sdl, v.went_back AS "wentBack"
    FROM (
      SELECT DISTINCT ON (content_hash) content_hash, version, lead(promoted_from_id) OVER later IS NOT NULL AS went_back, lead(version) OVER later IS NULL AS in_force
      FROM schema_version WHERE subgraph = ${subgraph}
      WINDOW later AS (ORDER BY version)
      ORDER BY content_hash, version DESC
    ) v
    JOIN schema_text t USING (content_hash)
    WHERE NOT v.in_force
    ORDER BY v.version DESC`;
}
