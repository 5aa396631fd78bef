import { createHash } from 'node:crypto';
import type { AuditEntry } from '@hub/kernel/audit/audit-entry.js';

/** What an entry touched of one holder's rows. */
export interface HoldersPart {
  readonly id: string;
  readonly holder: string;
  readonly rows: Readonly<Record<string, number>>;
  /** Values by coordinate and code. */
  readonly refused: Readonly<Record<string, number>>;
  readonly types: string[];
  readonly filteredBy: string[];
}

/** What is kept of reads is nobody's data: who looks at it is told to the auditor. */
const recordType = 'AccessRecord';

/** Splits an entry by whose rows it touched: no holder learns of another's part of the same operation. Nobody's rows are a part too, for the auditor. */
export function partsOf({ id, rows = {}, refused = {}, filters = [] }: AuditEntry): HoldersPart[] {
  const rowsOf = new Map<string, Record<string, number>>();
  for (const [holder, byType] of Object.entries(rows)) {
    for (const [type, count] of Object.entries(byType)) {
      const whose = type === recordType ? '' : holder;
      const part = rowsOf.get(whose) ?? {};
      part[type] = (part[type] ?? 0) + count;
      rowsOf.set(whose, part);
    }
  }
  const refusedOf = new Map<string, Record<string, number>>();
  for (const [what, byHolder] of Object.entries(refused)) {
    for (const [holder, count] of Object.entries(byHolder)) {
      const whose = typeOf(what) === recordType ? '' : holder;
      const part = refusedOf.get(whose) ?? {};
      part[what] = (part[what] ?? 0) + count;
      refusedOf.set(whose, part);
    }
  }
  const holders = new Set([...rowsOf.keys(), ...refusedOf.keys()]);
  if (holders.size === 0) holders.add('');
  return [...holders].map((holder) => {
    const own = rowsOf.get(holder) ?? {};
    const types = [...new Set([...Object.keys(own), ...Object.keys(refusedOf.get(holder) ?? {}).map(typeOf)])];
    return { id: partId(id, holder), holder, rows: own, refused: refusedOf.get(holder) ?? {}, types, filteredBy: filters.filter((filter) => types.includes(typeOf(filter))) };
  });
}

function typeOf(coordinate: string): string {
  return coordinate.slice(0, coordinate.indexOf('.'));
}

/** Tells nothing of the entry or of its other parts. */
function partId(entry: string, holder: string): string {
  return createHash('sha256').update(`${entry} ${holder}`).digest('hex').slice(0, 32);
}
