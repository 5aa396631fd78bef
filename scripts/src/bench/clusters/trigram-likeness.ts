import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@hub/prisma/embedded/start-embedded-postgres.js';
import { openConnection } from '@hub/prisma/migrate/open-connection.js';

/** How alike each two of some texts are by `similarity` of pg_trgm. */
export type TrigramLikeness = (texts: readonly string[]) => Promise<(one: number, other: number) => number>;

/** The peer: a PostgreSQL with pg_trgm for as long as something is measured. */
export async function withTrigramLikeness(measure: (likenessOf: TrigramLikeness) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'hub-bench-'));
  await chmod(folder, 0o755); // as root, PostgreSQL runs under an account that has to reach its data
  try {
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
    try {
      const connection = await openConnection(postgres.urlFor('postgres'), 'the embedded server');
      try {
        await connection.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
        await measure(async (texts) => {
          const { rows } = await connection.query<{ one: string; likeness: number[] }>(
            `WITH t AS (SELECT * FROM unnest($1::text[]) WITH ORDINALITY AS t (text, place))
             SELECT a.place AS one, array_agg(similarity(a.text, b.text) ORDER BY b.place) AS likeness FROM t a CROSS JOIN t b GROUP BY a.place ORDER BY a.place`,
            [texts],
          );
          return (one, other) => rows[one]?.likeness[other] ?? 0;
        });
      } finally {
        await connection.end();
      }
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
