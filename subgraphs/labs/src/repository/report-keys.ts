import type { ReportKey } from '../domain/report-key.js';
import { algorithmOf } from '../domain/signing-algorithms.js';
import type { PublicJwk } from '../domain/signer.js';
import type { LabsDatabase } from './database.js';

/** The public keys of all signatories with their labs and states, as a JSON Web Key Set (RFC 7517 §5). The hub names no user; a certificate that a lab's own signer gives with a key may. */
export async function reportKeys(database: LabsDatabase): Promise<{ keys: ReportKey[] }> {
  const rows = await database.signingKey.findMany({ orderBy: { id: 'asc' } });
  return {
    keys: rows.map(({ id, holder, publicJwk, state, issuedAt, signsUntil, revokedAt, revocationReason }) => {
      const jwk = publicJwk as unknown as PublicJwk;
      return {
        ...jwk,
        kid: id,
        // No other key was ever taken.
        alg: algorithmOf(jwk) ?? '',
        use: 'sig',
        lab: holder,
        state: state as ReportKey['state'],
        issuedAt: issuedAt.toISOString(),
        ...(signsUntil && { signsUntil: signsUntil.toISOString() }),
        ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
        ...(revocationReason && { revocationReason }),
      };
    }),
  };
}
