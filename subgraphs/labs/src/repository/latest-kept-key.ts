import type { LabsDatabase } from './database.js';

/** What was kept last for the built-in signer, if anything was. */
export async function latestKeptKey(database: LabsDatabase): Promise<string | undefined> {
  const row = await database.signingKey.findFirst({ where: { privateJwe: { not: null } }, orderBy: { issuedAt: 'desc' }, select: { privateJwe: true } });
  return row?.privateJwe ?? undefined;
}
