import { openConnection } from '@hub/prisma/migrate/open-connection.js';

/** How the ids of a party's grants begin. */
export const grantIdOf = (partyId: string) => `bench ${partyId} `;

/** Writes into the labs' replica of the sharing desk that every lab has granted its signatories to each party, for supervision, as if the exchange had told so. */
export async function grantSignatories(labsUrl: string, partyIds: readonly string[]): Promise<void> {
  const connection = await openConnection(labsUrl, 'DATABASE_URL_LABS');
  try {
    await connection.query(
      `INSERT INTO kernel.sharing_grant (id, grantee, holder, coordinates, purpose, until, epoch)
       SELECT party.grant_id || lab.id, party.id, lab.id, ARRAY['Lab.signatories'], 'SUPERVISION', now() + interval '1 day', (SELECT epoch FROM kernel.inbox_cursor WHERE source = 'exchange')
       FROM unnest($1::text[], $2::text[]) AS party (id, grant_id), lab ON CONFLICT (id) DO NOTHING`,
      [partyIds, partyIds.map(grantIdOf)],
    );
  } finally {
    await connection.end();
  }
}
