import { standardKey } from '@hub/schema/identifiers/standard-key.js';
import type { CommissionedItem } from './commission-content.js';

/** What names a commissioned item: its code and the standard, for one code may stand there under two standards. */
export type ItemKey = Pick<CommissionedItem, 'code' | 'standardNumber' | 'standardVersion'>;

/** An item as a lab would say it. */
export function itemName({ code, standardNumber, standardVersion }: ItemKey): string {
  return `${code} (${standardNumber}-${standardVersion})`;
}

/** Whether a result is that of a commissioned item. */
export function isResultOf(item: ItemKey, result: { readonly itemCode: string; readonly standardNumber: string; readonly standardVersion: string }): boolean {
  return item.code === result.itemCode && standardKey(item.standardNumber) === standardKey(result.standardNumber) && item.standardVersion === result.standardVersion;
}
