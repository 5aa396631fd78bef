import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { NamedFile } from '@hub/kernel/validation/require-evidence-files.js';
import type { HandlingMeasureKind } from '../generated/graphql.js';

/** A measure as it lies in the JSON of a handling (处理措施, 5.4.2). */
export type HandlingMeasure = {
  readonly kind: HandlingMeasureKind;
  /** ISO 8601 */
  readonly takenAt: string;
  readonly text: string;
  readonly listingItemIds: string[];
  readonly shopNames: string[];
  readonly evidence: NamedFile[];
  readonly recorded: ActRecord;
};
