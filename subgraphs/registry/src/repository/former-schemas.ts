import type { CheckTask, FormerSchema } from '@hub/schema/check/check-task.js';
import type { RegistryTransaction } from './database.js';

/** What was in force of subgraphs before, the latest first: each text once, as it was in force last. */
export async function formerSchemas(tx: Pick<RegistryTransaction, '$queryRaw'>, subgraphs: readonly string[]): Promise<NonNullable<CheckTask['former']>> {
  const rows = await tx.$queryRaw<(FormerSchema & { readonly subgraph: string })[]>`
    SELECT v.subgraph, t.sdl, v.went_back AS "wentBack"
    FROM (
      SELECT DISTINCT ON (subgraph, content_hash) subgraph, content_hash, version, lead(promoted_from_id) OVER later IS NOT NULL AS went_back, lead(version) OVER later IS NULL AS in_force
      FROM schema_version WHERE subgraph = ANY (${[...subgraphs]}::text[])
      WINDOW later AS (PARTITION BY subgraph ORDER BY version)
      ORDER BY subgraph, content_hash, version DESC
    ) v
    JOIN schema_text t USING (content_hash)
    WHERE NOT v.in_force
    ORDER BY v.version DESC`;
  return Object.fromEntries(subgraphs.map((name) => [name, rows.filter(({ subgraph }) => subgraph === name).map(({ sdl, wentBack }) => ({ sdl, wentBack }))]));
}
