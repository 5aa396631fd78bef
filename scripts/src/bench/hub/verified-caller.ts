import { developmentKeys } from '@hub/kernel/identity/development-issuer.js';
import { developmentIssuer, hubAudience } from '@hub/kernel/identity/issuer.js';
import { openConnection } from '@hub/prisma/migrate/open-connection.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { Level, PartyKind, Role } from '@hub/schema/policy/terms/vocabulary.js';
import { jwtVerify } from 'jose';

interface Party {
  readonly id: string;
  readonly kind: PartyKind;
  readonly level: Level | null;
  readonly region_code: string;
}

/**
 * Who asks, for the subjects beside the hub: the token verified by jose, and the party as the register had it when the subject started. That
 * user, party and role stand in the register at this moment is not looked up, as the hub does in each owner's replica.
 */
export async function callerVerifier(exchangeUrl: string, dataDir: string): Promise<(authorization: string | undefined) => Promise<Caller>> {
  const keys = await developmentKeys(dataDir);
  const connection = await openConnection(exchangeUrl, 'the embedded server');
  const { rows } = await connection.query<Party>('SELECT id, kind, level, region_code FROM participant');
  await connection.end();
  const parties = new Map(rows.map((party) => [party.id, party]));
  return async (authorization) => {
    const { payload } = await jwtVerify(authorization?.replace(/^Bearer /, '') ?? '', keys, { issuer: developmentIssuer, audience: hubAudience, algorithms: ['ES256'] });
    const party = parties.get(String(payload['party']));
    if (!party) throw new Error('The token names no party.');
    return { userId: payload.sub ?? '', partyId: party.id, kind: party.kind, level: party.level ?? undefined, regionCode: party.region_code, role: payload['role'] as Role };
  };
}
