import type { JWK } from 'jose';
import { sha256 } from '../hashing/sha-256.js';
import { verifyDetached } from '../identity/detached-signature.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { checkpointText, cutText, entryHash, firstHash, type Cut } from './audit-chain.js';
import type { AuditFinding, AuditReport } from './audit-finding.js';
import { checkpointRows, entryRows, selectionRows, type CheckpointRow, type EntryRow } from './audit-rows.js';

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

const mostTold = 100;
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
  readonly #findings: AuditFinding[] = [];
  readonly #selected = new Map<string, boolean>();
  #found = 0;
  #entries = 0;
  #checkpoints = 0;
  /** Where the log stands: all up to here was looked at. */
  #position = 0;
  #hash: string;
  /** The last checkpoint that was passed. */
  #sealed: { position: number; hash: string };

  constructor(options: VerifyOptions) {
    this.#options = options;
    this.#hash = firstHash(options.owner);
    this.#sealed = { position: 0, hash: this.#hash };
  }

  async run(): Promise<AuditReport> {
    const { owner, database } = this.#options;
    await this.#begin();
    const checkpoints = checkpointRows(database);
    let next = (await checkpoints.next()).value;
    for await (const entry of entryRows(database)) {
      for (; next && next.position < entry.position; next = (await checkpoints.next()).value) await this.#checkpoint(next, undefined);
      await this.#entry(entry);
      if (next?.position === entry.position) {
        await this.#checkpoint(next, entry);
        next = (await checkpoints.next()).value;
      }
    }
    for (; next; next = (await checkpoints.next()).value) await this.#checkpoint(next, undefined);
    if (this.#position > this.#sealed.position) {
      this.#tell('ENTRY_INSERTED', this.#sealed.position + 1, null, `no checkpoint covers what stands after ${this.#sealed.position}; the hub seals nothing without one`);
    }
    await this.#selections();
    await this.#witnesses();
    const [{ unsealed } = { unsealed: 0 }] = await database.$queryRawUnsafe<{ unsealed: number }[]>('SELECT count(*)::int AS unsealed FROM kernel.audit_arrival');
    return { owner, entries: this.#entries, checkpoints: this.#checkpoints, upTo: this.#sealed.position, unsealed, findings: this.#findings, found: this.#found };
  }

  /** Begins after the last cut that the hub has signed; the others say nothing. */
  async #begin(): Promise<void> {
    const { owner, database, jwks } = this.#options;
    const cuts = await database.$queryRawUnsafe<{ position: number; hash: string; at: Date; signature: string }[]>(
      'SELECT position::float8 AS position, hash, at, signature FROM kernel.audit_cut ORDER BY position',
    );
    for (const { position, hash, at, signature } of cuts) {
      const cut: Cut = { owner, position, hash, at: at.toISOString() };
      if (await verifyDetached(jwks, cutText(cut), signature)) {
        [this.#position, this.#hash, this.#sealed] = [position, hash, { position, hash }];
      } else this.#tell('CUT_ALTERED', position, null, 'the hub has not signed that the log may begin here');
    }
  }

  async #entry({ position, entry, hash }: EntryRow): Promise<void> {
    this.#entries += 1;
    const { id, selection } = named(entry);
    if (position <= this.#position) return this.#tell('ENTRY_INSERTED', position, id, 'it stands before the beginning of the log');
    const missing = position - this.#position - 1;
    if (missing > 0) this.#tell('ENTRY_MISSING', this.#position + 1, null, `${missing} removed: the log goes on at ${position}`);
    // Behind a gap the hash before is gone; the next checkpoint says whether the rest is right.
    else if (entryHash(this.#hash, position, entry) !== hash) this.#tell('ENTRY_ALTERED', position, id, 'it is not what was sealed here: changed, or put here from elsewhere');
    if (id === null) this.#tell('ENTRY_FORGED', position, null, 'it was put in before it was sealed, and not by the hub');
    if (selection !== null && !(await this.#isSelected(selection))) this.#tell('SELECTION_MISSING', position, id, `the coordinates under ${selection} were removed`);
    [this.#position, this.#hash] = [position, hash];
  }

  async #checkpoint(row: CheckpointRow, entry: EntryRow | undefined): Promise<void> {
    const { owner, jwks } = this.#options;
    this.#checkpoints += 1;
    const { position, first, previous, hash } = row;
    const signed = await verifyDetached(jwks, checkpointText({ ...row, owner, at: row.at.toISOString() }), row.signature);
    if (!signed) return this.#tell('CHECKPOINT_ALTERED', position, null, 'the hub has not signed this checkpoint');
    if (first !== this.#sealed.position + 1) this.#tell('CHECKPOINT_MISSING', this.#sealed.position + 1, null, `there is none from here to ${first - 1}`);
    else if (previous !== this.#sealed.hash) this.#tell('HISTORY_REPLACED', first, null, 'it was sealed behind another entry than the one that stands before it');
    if (!entry) this.#tell('ENTRY_MISSING', position, null, 'the entry of this checkpoint was removed');
    else if (entry.hash !== hash) this.#tell('ENTRY_ALTERED', first, named(entry.entry).id, `of ${first} to ${position} something was changed and hashed anew`);
    this.#sealed = { position, hash };
  }

  async #selections(): Promise<void> {
    const { database } = this.#options;
    for await (const { hash, coordinates } of selectionRows(database)) {
      if (sha256(coordinates) !== hash) this.#tell('SELECTION_ALTERED', null, null, `the coordinates under ${hash} are not those that were selected`);
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

  async #witnesses(): Promise<void> {
    for (const { position, hash, brokenAt } of this.#options.witnesses ?? []) {
      if (brokenAt) this.#tell('WITNESS_BROKEN', position + 1, null, `what the exchange has been told since ${brokenAt.toISOString()} does not follow upon what it was told up to ${position}`);
      if (hash === null) {
        this.#tell('WITNESS_MISSING', null, null, `the exchange was told of the log up to ${position}, and what it kept of that was removed`);
        continue;
      }
      if (position > this.#sealed.position) {
        this.#tell('TAIL_CUT', this.#sealed.position + 1, null, `the log ends here, and the exchange was told of it up to ${position}`);
        continue;
      }
      const [there] = await this.#options.database.$queryRawUnsafe<{ hash: string }[]>('SELECT hash FROM kernel.audit_entry WHERE position = $1::float8::bigint', position);
      if (there && there.hash !== hash) this.#tell('HISTORY_REPLACED', position, null, 'the exchange was told of another log up to here');
    }
  }

  #tell(kind: AuditFinding['kind'], position: number | null, entry: string | null, problem: string): void {
    this.#found += 1;
    if (this.#findings.length < mostTold) this.#findings.push({ kind, position, entry, problem });
  }
}

/** What an entry names; nulls where the hub has not written it. */
function named(entry: string): { readonly id: string | null; readonly selection: string | null } {
  try {
    const { id, selection } = JSON.parse(entry) as { id?: unknown; selection?: unknown };
    return { id: typeof id === 'string' ? id : null, selection: typeof selection === 'string' ? selection : null };
  } catch {
    return { id: null, selection: null };
  }
}
