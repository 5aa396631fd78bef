import type { JWK } from 'jose';
import { sha256 } from '../hashing/sha-256.js';
import { verifyDetached } from '../identity/detached-signature.js';
import type { Place } from '../sealing/chain.js';
import { Findings } from '../sealing/findings.js';
import { walkSealedLog, type ReadEntry } from '../sealing/walk-sealed-log.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { cutText } from './audit-cut.js';
import type { AuditEntry } from './audit-entry.js';
import type { AuditProblem, AuditReport } from './audit-finding.js';
import { sealedAudit } from './sealed-audit.js';
import { selectionRows } from './selection-rows.js';

/** What somebody else was told of a log while it was whole. */
export interface AuditWitness {
  readonly position: number;
  /** Null where it has heard of the log up to there, and what it kept of that is gone. */
  readonly hash: string | null;
  /** Since when what it is told does not follow upon that; null while it does. */
  readonly brokenAt: Date | null;
}

export interface VerifyOptions {
  readonly owner: string;
  /** Reads all tables as of one moment, where entries come in meanwhile: a transaction that is REPEATABLE READ. */
  readonly database: Transaction;
  readonly jwks: { keys: JWK[] };
  readonly witnesses?: readonly AuditWitness[];
}

const mostRemembered = 10_000;

/**
 * Looks through the audit log of an owner, from its beginning to its end with little memory, and tells what is not as it was sealed: entries changed, removed,
 * put elsewhere or put in, checkpoints that nobody of the hub has signed, and an end that comes before what others were told of.
 */
export async function verifyAudit(options: VerifyOptions): Promise<AuditReport> {
  return new Verification(options).run();
}

class Verification {
  readonly #options: VerifyOptions;
  readonly #findings = new Findings<AuditProblem>();
  readonly #selected = new Map<string, boolean>();

  constructor(options: VerifyOptions) {
    this.#options = options;
  }

  async run(): Promise<AuditReport> {
    const { owner, database, jwks } = this.#options;
    const findings = this.#findings;
    const from = await this.#beginning();
    const { entries, checkpoints, end } = await walkSealedLog<AuditProblem, AuditEntry>({ sealed: sealedAudit, owner, database, jwks, findings, from, entry: (entry) => this.#entry(entry) });
    await this.#selections();
    await this.#witnesses(end);
    const [{ unsealed } = { unsealed: 0 }] = await database.$queryRawUnsafe<{ unsealed: number }[]>('SELECT count(*)::int AS unsealed FROM kernel.audit_arrival');
    return { owner, entries, checkpoints, upTo: end.position, unsealed, findings: findings.told, found: findings.found };
  }

  /** Behind the last cut that the hub has signed; the others say nothing. */
  async #beginning(): Promise<Place | undefined> {
    const { owner, database, jwks } = this.#options;
    const cuts = await database.$queryRawUnsafe<{ position: number; hash: string; at: Date; signature: string }[]>(
      'SELECT position::float8 AS position, hash, at, signature FROM kernel.audit_cut ORDER BY position',
    );
    let from: Place | undefined;
    for (const { position, hash, at, signature } of cuts) {
      if (await verifyDetached(jwks, cutText({ owner, position, hash, at: at.toISOString() }), signature)) from = { position, hash };
      else this.#findings.tell('CUT_ALTERED', position, null, 'the hub has not signed that the log may begin here');
    }
    return from;
  }

  async #entry({ row: { position }, content }: ReadEntry<AuditEntry>): Promise<void> {
    const selection = content?.selection;
    if (typeof selection === 'string' && !(await this.#isSelected(selection))) this.#findings.tell('SELECTION_MISSING', position, content?.id ?? null, `the coordinates under ${selection} were removed`);
  }

  async #selections(): Promise<void> {
    const { database } = this.#options;
    for await (const { hash, coordinates } of selectionRows(database)) {
      if (sha256(coordinates) !== hash) this.#findings.tell('SELECTION_ALTERED', null, null, `the coordinates under ${hash} are not those that were selected`);
    }
  }

  async #isSelected(hash: string): Promise<boolean> {
    const before = this.#selected.get(hash);
    if (before !== undefined) return before;
    const rows = await this.#options.database.$queryRawUnsafe<unknown[]>('SELECT 1 FROM kernel.audit_selection WHERE hash = $1', hash);
    if (this.#selected.size >= mostRemembered) this.#selected.clear();
    this.#selected.set(hash, rows.length > 0);
    return rows.length > 0;
  }

  async #witnesses(end: Place): Promise<void> {
    for (const { position, hash, brokenAt } of this.#options.witnesses ?? []) {
      if (brokenAt) this.#findings.tell('WITNESS_BROKEN', position + 1, null, `what the exchange has been told since ${brokenAt.toISOString()} does not follow upon what it was told up to ${position}`);
      if (hash === null) {
        this.#findings.tell('WITNESS_MISSING', null, null, `the exchange was told of the log up to ${position}, and what it kept of that was removed`);
        continue;
      }
      if (position > end.position) {
        this.#findings.tell('TAIL_CUT', end.position + 1, null, `the log ends here, and the exchange was told of it up to ${position}`);
        continue;
      }
      const [there] = await this.#options.database.$queryRawUnsafe<{ hash: string }[]>('SELECT hash FROM kernel.audit_entry WHERE position = $1::float8::bigint', position);
      if (there && there.hash !== hash) this.#findings.tell('HISTORY_REPLACED', position, null, 'the exchange was told of another log up to here');
    }
  }
}
