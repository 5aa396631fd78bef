import type { AuditReport } from '@hub/kernel/audit/audit-finding.js';
import { owners, type Owner } from '@hub/prisma/owner.js';
import { auditKeys } from '../audit/audit-keys.js';
import { databaseAddresses } from '../audit/database-addresses.js';
import { verifyOwner } from '../audit/verify-owner.js';
import { witnessesOf } from '../audit/witnesses-of.js';
import { CommandRefused } from '../command-refused.js';
import { readEnvironment } from '../environment.js';
import { withExitCode } from '../exit-code.js';

export interface AuditVerifyOptions {
  readonly owner?: string;
  readonly databaseUrl?: string;
  readonly keys?: string;
  readonly json: boolean;
}

/** Looks through the audit logs and says what is wrong and where. The exit code is that of what was found. */
export function auditVerify(options: AuditVerifyOptions): Promise<void> {
  return withExitCode(() => verify(options));
}

async function verify({ owner, databaseUrl, keys, json }: AuditVerifyOptions): Promise<number> {
  const environment = readEnvironment();
  const wanted = owners.filter((each) => owner === undefined || each === owner);
  if (wanted.length === 0) throw new CommandRefused(`There is no owner "${owner}". There are: ${owners.join(', ')}.`);
  if (databaseUrl !== undefined && owner === undefined) throw new CommandRefused('--database-url is the address of one database: say with --owner whose.');
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new CommandRefused('--database-url is no address of a PostgreSQL database; right would be, for example, postgresql://user:password@host:5432/hub.');
  }
  const jwks = await auditKeys(environment.dataDir, keys);
  const addresses = await databaseAddresses(environment, owner === undefined || databaseUrl === undefined ? {} : { [owner]: databaseUrl });
  const witnesses = await witnessesOf(addresses.exchange);
  const reports: AuditReport[] = [];
  for (const each of wanted) {
    const report = await verifyOwner(each, addresses[each], { jwks, witnesses: witnesses?.get(each) ?? [] });
    reports.push(report);
    if (!json) tell(each, report, witnesses !== undefined);
  }
  const whole = reports.every(({ found }) => found === 0);
  if (json) console.log(JSON.stringify({ whole, witnessed: witnesses !== undefined, reports }, null, 2));
  return whole ? 0 : 1;
}

function tell(owner: Owner, { entries, checkpoints, upTo, unsealed, findings, found }: AuditReport, witnessed: boolean): void {
  const compared = witnessed ? '' : '; not compared with what the exchange was told, which cannot be read';
  console.log(`${owner.padEnd(18)} ${found === 0 ? 'whole' : `${found} findings`}: ${entries} entries up to ${upTo}, ${checkpoints} checkpoints, ${unsealed} not sealed yet${compared}`);
  for (const { kind, position, entry, problem } of findings) {
    const where = [position === null ? undefined : `at ${position}`, entry === null ? undefined : `entry ${entry}`].filter(Boolean).join(', ');
    console.log(`  ${kind}${where === '' ? '' : ` ${where}`}: ${problem}`);
  }
  if (found > findings.length) console.log(`  … and ${found - findings.length} more`);
}
