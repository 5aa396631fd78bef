import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import { applicableClauses } from '@hub/schema/policy/decision/applicable-clauses.js';
import { clauseAdmitsRow } from '@hub/schema/policy/decision/clause-admits-row.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { ActTerms } from '@hub/schema/policy/terms/vocabulary.js';
import type { CodeListSnapshots } from '../code-lists/code-list-snapshots.js';
import { stampsOf } from '../loading/stamps-of.js';
import { Refusal } from '../refusals/refusal.js';
import type { NamingFiles } from '../preservation/naming-files.js';
import type { SubgraphContext } from '../service/subgraph-context.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import type { UnitOfWork } from '../unit-of-work/unit-of-work.js';

/** A row on which an act is done. */
export type ActRow = Partial<Stamps> & { readonly revision?: number };

/** One item of an act inside its transaction: the unit of work, and what the act's terms ask of its rows. */
export interface ActScope<Tx extends Transaction = Transaction> {
  readonly unit: UnitOfWork<Tx>;
  readonly caller: Caller;
  /** The code lists in force, by which new records are checked. */
  readonly codeLists: Pick<CodeListSnapshots, 'entriesOf' | 'get'>;
  /**
   * Admits a row to the act: it must be there for the caller by the rows of the act's terms, in a state from which the
   * act is possible, and at the revision that the caller expects.
   *
   * @throws Refusal NOT_FOUND, STATE_NOT_POSSIBLE or REVISION_CONFLICT
   */
  admit<Row extends ActRow>(row: Row | null, item: RowItem): Row;
  /**
   * Records which files of evidence this item names, and on what (存证, 5.2.4 a); where the hub demands it, the party must have handed them in.
   *
   * @throws Refusal EVIDENCE_NOT_STORED
   */
  preserve(naming: NamingFiles): Promise<void>;
}

/** How the item named the row. */
export interface RowItem {
  readonly type: string;
  readonly id: string;
  /** Input field that names it. */
  readonly field: string;
  readonly expectedRevision?: number | null | undefined;
}

/** The scope of an item of `act`, under the act's terms. */
export function actScope<Tx extends Transaction>(
  act: string,
  terms: ActTerms,
  caller: Caller,
  unit: UnitOfWork<Tx>,
  { codeLists, evidence }: Pick<SubgraphContext<Tx>, 'codeLists' | 'evidence'>,
): ActScope<Tx> {
  const clauses = applicableClauses(terms, caller);
  return {
    unit,
    caller,
    codeLists,
    admit(row, { type, id, field, expectedRevision }) {
      const stamps = stampsOf(row ?? {});
      if (row === null || !clauses.some((clause) => clauseAdmitsRow(clause, caller, stamps))) {
        throw new Refusal('NOT_FOUND', { field, parameters: { type, id } });
      }
      if (terms.on === type && terms.from && !terms.from.includes(stamps.state)) {
        throw new Refusal('STATE_NOT_POSSIBLE', {
          field,
          state: stamps.state,
          possibleFrom: terms.from,
          parameters: { type, id, state: stamps.state, act, possibleFrom: terms.from.join(', ') },
        });
      }
      if (expectedRevision != null && row.revision !== expectedRevision) {
        throw new Refusal('REVISION_CONFLICT', {
          field: 'expectedRevision',
          parameters: { type, id, actual: row.revision ?? 0, expected: expectedRevision },
        });
      }
      return row;
    },
    async preserve(naming) {
      if (naming.files.length === 0) return;
      if (!evidence) throw new Error(`${act} names files, and its owner takes none in.`);
      await evidence.named(unit, act, naming);
    },
  };
}
