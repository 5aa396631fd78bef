import type { RegistryTransaction } from './database.js';

/** The version of a subgraph's schema, or of the supergraph, that is in force. */
export interface SchemaInForce {
  readonly id: string;
  readonly subgraph: string;
  readonly version: number;
  readonly contentHash: string;
  readonly signature: string;
  readonly attestation: string | null;
  /** Party that published it; null for versions from before that was noted. */
  readonly publishedBy: string | null;
  /** Whether it came with an edition of the hub. */
  readonly ofHub: boolean;
  readonly sdl: string;
}

/** The latest version of each, by subgraph; the supergraph is among them. */
export async function schemasInForce(tx: Pick<RegistryTransaction, '$queryRaw'>): Promise<ReadonlyMap<string, SchemaInForce>> {
  const rows = await tx.$queryRaw<SchemaInForce[]>`
    SELECT v.id, v.subgraph, v.version, v.content_hash AS "contentHash", v.signature, v.attestation, v.published ->> 'partyId' AS "publishedBy",
      coalesce((v.published ->> 'ofHub')::boolean, false) AS "ofHub", t.sdl
    FROM (SELECT DISTINCT ON (subgraph) * FROM schema_version ORDER BY subgraph, version DESC) v
    JOIN schema_text t USING (content_hash)`;
  return new Map(rows.map((row) => [row.subgraph, row]));
}

/** Holds the registry to one publication at a time, to the end of the transaction; the second finds what the first has published. */
export async function oneAtATime(tx: Pick<RegistryTransaction, '$executeRawUnsafe'>): Promise<void> {
  await tx.$executeRawUnsafe(`SELECT pg_advisory_xact_lock(hashtext('registry.publish'))`);
}
