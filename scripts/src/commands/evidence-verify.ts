import { fileSettingsOf } from '@hub/kernel/files/file-settings.js';
import type { PreservationReport } from '@hub/kernel/preservation/preservation-report.js';
import type { Owner } from '@hub/prisma/owner.js';
import { auditKeys } from '../audit/audit-keys.js';
import { databaseAddresses } from '../audit/database-addresses.js';
import { CommandRefused } from '../command-refused.js';
import { readEnvironment } from '../environment.js';
import { issuerOf } from '../evidence/issuer-of.js';
import { namingRowsOf } from '../evidence/naming-rows-of.js';
import { rootsOf } from '../evidence/roots-of.js';
import { verifyOwner } from '../evidence/verify-owner.js';
import { inWords } from '../tell-failure.js';

export interface EvidenceVerifyOptions {
  readonly owner?: string;
  readonly databaseUrl?: string;
  readonly keys?: string;
  readonly roots?: string;
  readonly files: boolean;
  readonly json: boolean;
}

/** Looks through what was preserved of files and says what is wrong and where. The exit code is that of what was found. */
export async function evidenceVerify(options: EvidenceVerifyOptions): Promise<void> {
  try {
    process.exitCode = await verify(options);
  } catch (error) {
    console.error(inWords(error));
    process.exitCode = ['CommandRefused', 'EnvironmentInvalid'].includes((error as Error).name) ? 3 : 2;
  }
}

async function verify({ owner, databaseUrl, keys, roots, files: readFiles, json }: EvidenceVerifyOptions): Promise<number> {
  const environment = readEnvironment();
  const { dataDir, variables } = environment;
  const owners = Object.keys(namingRowsOf) as Owner[];
  const wanted = owners.filter((each) => owner === undefined || each === owner);
  if (wanted.length === 0) throw new CommandRefused(`There is no owner "${owner}" that takes files in. There are: ${owners.join(', ')}.`);
  if (databaseUrl !== undefined && owner === undefined) throw new CommandRefused('--database-url is the address of one database: say with --owner whose.');
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new CommandRefused('--database-url is no address of a PostgreSQL database; right would be, for example, postgresql://user:password@host:5432/hub.');
  }
  const jwks = await auditKeys(dataDir, keys);
  const addresses = await databaseAddresses(environment, owner === undefined || databaseUrl === undefined ? {} : { [owner]: databaseUrl });
  const reports: PreservationReport[] = [];
  for (const each of wanted) {
    const files = fileSettingsOf(each, variables, issuerOf(environment));
    const report = await verifyOwner(each, addresses[each], { dataDir, jwks, files, readFiles, roots: rootsOf(roots) ?? files.timeStamps?.roots, hubsOwn: keys === undefined });
    reports.push(report);
    if (!json) tell(report);
  }
  const whole = reports.every(({ found }) => found === 0);
  if (json) console.log(JSON.stringify({ whole, reports }, null, 2));
  return whole ? 0 : 1;
}

function tell({ owner, entries, checkpoints, upTo, unsealed, files, stamps, stampedUpTo, notHandedIn, findings, found }: PreservationReport): void {
  const read = files === null ? 'files not read' : `${files} files read`;
  const stamped = stamps === null ? 'time stamps not verified: name their roots with --roots or EVIDENCE_TIMESTAMP_ROOTS' : `${stamps} time stamps, all up to ${stampedUpTo}`;
  console.log(`${owner.padEnd(18)} ${found === 0 ? 'whole' : `${found} findings`}: ${entries} entries up to ${upTo}, ${checkpoints} checkpoints, ${unsealed} not sealed yet; ${read}, ${notHandedIn} named and not handed in; ${stamped}`);
  for (const { kind, position, entry, problem } of findings) {
    const where = [position === null ? undefined : `at ${position}`, entry === null ? undefined : `entry ${entry}`].filter(Boolean).join(', ');
    console.log(`  ${kind}${where === '' ? '' : ` ${where}`}: ${problem}`);
  }
  if (found > findings.length) console.log(`  … and ${found - findings.length} more`);
}
