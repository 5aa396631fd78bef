import type { JWK } from 'jose';
import type { KeptFiles } from '../files/kept-files.js';
import type { Place } from '../sealing/chain.js';
import { Findings } from '../sealing/findings.js';
import { walkSealedLog, type ReadEntry } from '../sealing/walk-sealed-log.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { compareHead } from './compare-head.js';
import { compareWithRows } from './compare-with-rows.js';
import type { PreservationProblem, PreservationReport } from './preservation-report.js';
import type { PreservedEntry } from './preserved-entry.js';
import { sealedPreservation } from './sealed-preservation.js';
import { StampChecks } from './stamp-checks.js';
import { verifyStoredFiles } from './verify-stored-files.js';

export interface VerifyPreservationOptions {
  readonly owner: string;
  /** Reads all tables as of one moment: a transaction that is REPEATABLE READ. */
  readonly database: Transaction;
  readonly jwks: { keys: JWK[] };
  /** Where the record ended when its end was last kept beside the files; null where nothing is kept there, undefined where it is not to be looked for. */
  readonly head?: Place | null | undefined;
  /** The statement of the rows that name files. */
  readonly namingRows: string;
  /** Where the files lie; undefined where they are not to be read. */
  readonly kept?: Pick<KeptFiles, 'open'> | undefined;
  /** The authorities of time stamps that are believed; undefined where none were told: stamps are not looked at. */
  readonly roots?: readonly Uint8Array[] | undefined;
  /** Milliseconds after which what was sealed is to be under a stamp; undefined where no authority is set. */
  readonly stampedWithin?: number | undefined;
  readonly now?: (() => Date) | undefined;
  /** What else of the owner is looked at. */
  readonly besides?: ((database: Transaction, findings: Findings<PreservationProblem>) => Promise<void>) | undefined;
}

const broken: readonly PreservationProblem[] = ['ENTRY_ALTERED', 'ENTRY_MISSING', 'ENTRY_INSERTED', 'ENTRY_FORGED', 'HISTORY_REPLACED'];

/**
 * Looks through an owner's record of preserved files (存证, 5.2.4 a) and tells what is not as it was preserved: entries changed, removed, put elsewhere or put in; stamps
 * that prove nothing; files that are gone or are not what was hashed, by SHA-256 and by SM3; rows that name other files than were named.
 */
export async function verifyPreservation({ owner, database, jwks, head, namingRows, kept, roots, stampedWithin, now = () => new Date(), besides }: VerifyPreservationOptions): Promise<PreservationReport> {
  const findings = new Findings<PreservationProblem>();
  const stamps = new StampChecks({ owner, database, roots, findings });
  const entry = ({ row, content }: ReadEntry<PreservedEntry>) => stamps.look(row.position, content);
  const { entries, checkpoints, end } = await walkSealedLog<PreservationProblem, PreservedEntry>({ sealed: sealedPreservation, owner, database, jwks, findings, entry, checkpoint: (row) => stamps.sealed(row) });
  if (head !== undefined) await compareHead(database, head, end.position, findings);
  if (stampedWithin !== undefined) stamps.requireStamped(now().getTime() - stampedWithin);
  // What is compared is taken from the entries: where they are not what was sealed, there is nothing to compare with.
  const whole = !findings.told.some(({ kind }) => broken.includes(kind));
  const notHandedIn = whole ? await compareWithRows(database, namingRows, findings) : 0;
  await besides?.(database, findings);
  const files = kept ? await verifyStoredFiles(database, kept, findings) : null;
  const [{ unsealed } = { unsealed: 0 }] = await database.$queryRawUnsafe<{ unsealed: number }[]>('SELECT count(*)::int AS unsealed FROM kernel.preserved_arrival');
  const { verified, upTo: stampedUpTo } = stamps;
  return { owner, entries, checkpoints, upTo: end.position, unsealed, files, stamps: roots ? verified : null, stampedUpTo: roots ? stampedUpTo : 0, notHandedIn, findings: findings.told, found: findings.found };
}
