import type { AuditReport } from '@hub/kernel/audit/audit-finding.js';
import { verifyAudit, type VerifyOptions } from '@hub/kernel/audit/verify-audit.js';
import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import { readSnapshot } from '@hub/prisma/clients/read-snapshot.js';
import type { Owner } from '@hub/prisma/owner.js';
import { CommandRefused } from '../command-refused.js';

/** Looks through the log of one owner as it is at this moment. @throws CommandRefused, MigrationError */
export function verifyOwner(owner: Owner, address: string | undefined, options: Pick<VerifyOptions, 'jwks' | 'witnesses'>): Promise<AuditReport> {
  const setting = `DATABASE_URL_${settingName(owner)}`;
  if (address === undefined) throw new CommandRefused(`No database of ${owner} is known: set ${setting}, or HUB_DATA_DIR to the folder of a hub that has its own PostgreSQL.`);
  return readSnapshot(address, setting, async (database) => {
    const [{ there } = { there: false }] = await database.$queryRawUnsafe<{ there: boolean }[]>("SELECT to_regclass('kernel.audit_checkpoint') IS NOT NULL AS there");
    if (!there) throw new CommandRefused(`The database of ${owner} has no audit log. Start the hub of this version on it once, or correct ${setting}.`);
    return verifyAudit({ owner, database, ...options });
  });
}
