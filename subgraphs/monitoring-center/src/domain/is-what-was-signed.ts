import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import type { ReportedResult } from './failed-items.js';
import type { Subcontractor } from './is-subcontractor.js';

/** What a signatory has signed of a report (3.3), as far as the centre rests on it; there is more in it. Times are ISO 8601, UTC. */
export interface SignedContent {
  readonly id: string;
  readonly document: string;
  readonly version: number;
  readonly number: string;
  readonly lab: string;
  readonly commission: string;
  readonly sample: string;
  readonly results: readonly SignedItem[];
  readonly conclusion: string;
  readonly issuedAt: string;
}

interface SignedItem {
  readonly itemCode: string;
  readonly itemName: string;
  readonly standardNumber: string;
  readonly standardVersion: string;
  readonly clause: string | null;
  readonly subcontractor?: Subcontractor | null | undefined;
  readonly verdict: string;
  readonly subItems: readonly {
    readonly name: string | null;
    readonly limit: string;
    readonly unit: string | null;
    readonly verdict: string;
    readonly specimens: readonly { readonly measured: string; readonly verdict: string }[];
  }[];
  readonly failure: { readonly facts: string } | null;
}

/** What a lab's event says of a report, beside the signature. Times are ISO 8601, UTC. */
export interface ToldReport {
  readonly reportId: string;
  readonly document?: string;
  readonly version?: number;
  readonly number: string;
  readonly labId: string;
  readonly commissionId: string;
  readonly sampleId: string;
  readonly conclusion: string;
  readonly results: readonly ReportedResult[];
  readonly issuedAt: string;
}

/** Whether an event says of a report what its signatory has signed, of everything on which the centre rests (3.3, 5.3.4). */
export function isWhatWasSigned(told: ToldReport, signed: SignedContent): boolean {
  const { reportId: id, document = id, version = 1, number, labId: lab, commissionId: commission, sampleId: sample, conclusion, results, issuedAt } = told;
  const said = { id, document, version, number, lab, commission, sample, conclusion, issuedAt, results: results.map(lineOf) };
  return canonicalJson(said) === canonicalJson({ ...signed, results: linesOf(signed) });
}

/** What is told of a result, or read from what was signed of it. */
type LineOfResults = Omit<ReportedResult, 'subcontractor'> & { readonly subcontractor?: Subcontractor | null | undefined };

/** A line of results has these parts, and no others. */
function lineOf({ itemCode, itemName, standardNumber, standardVersion, clause = null, subcontractor, subItem = null, limit, measured, unit = null, verdict }: LineOfResults) {
  return { itemCode, itemName, standardNumber, standardVersion, clause, subcontractor: subcontractor ?? null, subItem, limit, measured, unit, verdict };
}

/** The lines that labs tell of what was signed: one for each sub-item, with the specimen that decided; of an item that could not be inspected, why (3.2 d). */
function linesOf({ results }: SignedContent) {
  return results.flatMap(({ subItems, failure, verdict, ...item }) => {
    if (failure) return [lineOf({ ...item, limit: '', measured: failure.facts, verdict })];
    return subItems.map(({ name, specimens, ...subItem }) => {
      const decisive = specimens.find((specimen) => specimen.verdict === subItem.verdict) ?? specimens[0];
      return lineOf({ ...item, ...subItem, subItem: name, measured: decisive?.measured ?? '' });
    });
  });
}
