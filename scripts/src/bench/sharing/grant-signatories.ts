import { openConnection } from '@hub/prisma/migrate/open-connection.js';
import type { BenchParty } from '../subscriptions/parties.js';

/** Writes into the labs' replica of the sharing desk that a lab has granted its signatories to each party, for supervision, as if the exchange had told so. */
export async function grantSignatories(labsUrl: string, parties: readonly BenchParty[]): Promise<void> {
  const connection = await openConnection(labsUrl, 'DATABASE_URL_LABS');
  try {
    await connection.query(
      `INSERT INTO kernel.sharing_grant (id, grantee, holder, coordinates, purpose, until, epoch)
       SELECT 'bench ' || party, party, 'lab-1', ARRAY['Lab.signatories'], 'SUPERVISION', now() + interval '1 day', (SELECT epoch FROM kernel.inbox_cursor WHERE source = 'exchange')
       FROM unnest($1::text[]) AS party ON CONFLICT (id) DO NOTHING`,
      [parties.map(({ id }) => id)],
    );
  } finally {
    await connection.end();
  }
}
