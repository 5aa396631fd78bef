import type { RegistryDatabase } from '@hub/registry/repository/database.js';

/** Gives a subgraph that nobody composes so many versions, all of one text. */
export async function writeVersions(database: RegistryDatabase, subgraph: string, count: number): Promise<void> {
  await database.$executeRaw`INSERT INTO schema_text (content_hash, sdl) VALUES ('sha-256:bench', 'type Query { a: Int }') ON CONFLICT DO NOTHING`;
  await database.$executeRaw`
    INSERT INTO schema_version (id, subgraph, version, published_at, content_hash, signature, published, reason, holder)
    SELECT 'bench-' || n, ${subgraph}, n, now() - (${count} - n) * interval '1 hour', 'sha-256:bench', 'a..b',
      '{"userId": "steward.1", "partyId": "center", "role": "DATA_STEWARD", "at": "2026-01-01T00:00:00Z"}'::jsonb, 'a reason of some words', 'registry'
    FROM generate_series(1, ${count}) n`;
}

/** Writes usage of the last thirty days: operations of forty coordinates each, of which every fifth relies on the one that is named, by many parties. */
export async function writeUsage(database: RegistryDatabase, coordinate: string, rows: number): Promise<void> {
  const [days, operations] = [30, 1_000];
  const clients = Math.ceil(rows / (days * operations));
  await database.$executeRaw`
    INSERT INTO used_operation (hash, name, kind, coordinates)
    SELECT lpad(to_hex(n), 64, '0'), 'Operation' || n, 'query',
      ARRAY(SELECT 'Thing' || ((n * 7 + f) % 400) || '.field' || f FROM generate_series(1, 40) f) || CASE WHEN n % 5 = 0 THEN ARRAY[${coordinate}] ELSE ARRAY[]::text[] END
    FROM generate_series(1, ${operations}) n`;
  await database.$executeRaw`
    INSERT INTO operation_use (day, operation_id, party_id, client, requests)
    SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date - d, o.id, 'party-' || p, 'desk', 1 + (o.id * p) % 50
    FROM generate_series(0, ${days - 1}) d, used_operation o, generate_series(1, ${clients}) p
    WHERE o.name LIKE 'Operation%' LIMIT ${rows}`;
  await database.$executeRaw`INSERT INTO usage_day (day) SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date - d FROM generate_series(1, ${days}) d ON CONFLICT DO NOTHING`;
  await database.$executeRaw`ANALYZE operation_use, used_operation`;
}
