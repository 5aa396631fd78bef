import type { FailedItem } from '../generated/graphql.js';
import type { Subcontractor } from './is-subcontractor.js';

/** A result of a lab's report, as far as the centre reads it (5.3.3). */
export interface ReportedResult {
  readonly itemCode: string;
  readonly itemName: string;
  /** 分项 */
  readonly subItem?: string | null;
  readonly standardNumber: string;
  readonly standardVersion: string;
  /** 条款 */
  readonly clause?: string | null;
  /** 分包方; absent in reports from before labs told it. */
  readonly subcontractor?: Subcontractor | null;
  readonly limit: string;
  readonly measured: string;
  readonly unit?: string | null;
  readonly verdict: string;
}

/** An item that failed, as monitoring data keep it. */
export type KeptFailedItem = Omit<FailedItem, 'quantity'>;

/** The items that failed (不合格项目), as monitoring data tells them. */
export function failedItems(results: readonly ReportedResult[]): KeptFailedItem[] {
  return results
    .filter(({ verdict }) => verdict === 'NONCONFORMING')
    .map((result) => ({
      code: result.itemCode,
      name: result.itemName,
      subItem: result.subItem ?? null,
      standardNumber: result.standardNumber,
      standardVersion: result.standardVersion,
      measured: result.measured,
      limit: result.limit,
      unit: result.unit ?? null,
    }));
}
