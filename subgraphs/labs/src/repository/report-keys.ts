import type { ReportKey } from '../domain/verify-report.js';
import type { LabsDatabase } from './database.js';

/** The public keys of all signatories with their labs, as a JSON Web Key Set (RFC 7517 §5). No user is named. */
export async function reportKeys(database: LabsDatabase): Promise<{ keys: ReportKey[] }> {
  const rows = await database.signingKey.findMany({ select: { kid: true, labId: true, publicJwk: true }, orderBy: { kid: 'asc' } });
  return {
    keys: rows.map(({ kid, labId, publicJwk }) => ({
      ...(publicJwk as { kty: string; crv: string; x: string; y: string }),
      kid,
      alg: 'ES256',
      use: 'sig',
      lab: labId,
    })),
  };
}
