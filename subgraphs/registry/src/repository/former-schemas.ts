import type { CheckTask, FormerSchema } from '@hub/schema/check/check-task.js';
import type { RegistryTransaction } from './database.js';

/**
 * What was in force of subgraphs before, the latest first: each text once, as it was in force last, and only those in which one of the names of its subgraph stands.
 * @param names by subgraph
 */
export async function formerSchemas(tx: Pick<RegistryTransaction, '$queryRaw'>, names: Readonly<Record<string, readonly string[]>>): Promise<NonNullable<CheckTask['former']>> {
  const former: Record<string, readonly FormerSchema[]> = {};
  for (const [subgraph, given] of Object.entries(names)) {
    const rows = await tx.$queryRaw<FormerSchema[]>`
      SELECT t.sdl, v.went_back AS "wentBack"
      FROM (
        SELECT DISTINCT ON (content_hash) content_hash, version, lead(promoted_from_id) OVER later IS NOT NULL AS went_back, lead(version) OVER later IS NULL AS in_force
        FROM schema_version WHERE subgraph = ${subgraph}
        WINDOW later AS (ORDER BY version)
        ORDER BY content_hash, version DESC
      ) v
      JOIN schema_text t USING (content_hash)
      WHERE NOT v.in_force AND EXISTS (SELECT 1 FROM unnest(${[...given]}::text[]) AS name WHERE strpos(t.sdl, name) > 0)
      ORDER BY v.version DESC`;
    if (rows.length > 0) former[subgraph] = rows;
  }
  return former;
}
