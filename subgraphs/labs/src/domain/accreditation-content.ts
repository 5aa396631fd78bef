import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { AccreditationInput, AccreditedItemInput, RecordAccreditationInput } from '../generated/graphql.js';

/** A certificate and its first and last day of validity (YYYY-MM-DD). */
export type AccreditationRecord = { readonly certificateNumber: string; readonly validFrom: string; readonly validUntil: string };

/** What a lab may inspect: an item by one version of a standard, at one site. */
export type AccreditedItemRecord = {
  readonly itemCode: string;
  readonly itemName: string;
  readonly standardNumber: string;
  readonly standardVersion: string;
  readonly site: string;
};

/** The qualification and scope of a lab (资质、能力附表, 3.2 c). */
export interface AccreditationContent {
  readonly cma: AccreditationRecord;
  readonly cnas: AccreditationRecord | null;
  readonly scope: readonly AccreditedItemRecord[];
}

/** The most that a scope may hold; the largest labs of the country have fewer. */
const scopeLimit = 20_000;

/** @throws Refusal VALUE_INVALID, VALUE_REQUIRED, VALUE_TOO_LONG */
export function accreditationContent(input: Pick<RecordAccreditationInput, 'cma' | 'cnas' | 'scope'>): AccreditationContent {
  const { length } = input.scope;
  requireValid(
    length >= 1 && length <= scopeLimit,
    'scope',
    { en: `a scope has 1 to ${scopeLimit} items`, 'zh-CN': `能力附表有 1 至 ${scopeLimit} 项` },
    { en: 'one item with its standard', 'zh-CN': '一个项目及其标准' },
  );
  const seen = new Set<string>();
  return {
    cma: accreditation('cma', input.cma),
    cnas: input.cnas ? accreditation('cnas', input.cnas) : null,
    scope: input.scope.map((item, index) => {
      const record = accreditedItem(`scope.${index}`, item);
      const key = JSON.stringify([record.itemCode, record.standardNumber, record.standardVersion, record.site]);
      requireValid(
        !seen.has(key),
        `scope.${index}`,
        { en: 'it stands there twice', 'zh-CN': '重复' },
        { en: 'each item × standard version × site once', 'zh-CN': '每个项目、标准版本、场所组合一次' },
      );
      seen.add(key);
      return record;
    }),
  };
}

function accreditation(field: string, { certificateNumber, validFrom, validUntil }: AccreditationInput): AccreditationRecord {
  requireValid(
    validFrom <= validUntil,
    field,
    { en: 'it ends before it begins', 'zh-CN': '有效期止于起始日之前' },
    { en: 'validUntil after validFrom', 'zh-CN': 'validUntil 晚于 validFrom' },
  );
  return { certificateNumber: requireText(`${field}.certificateNumber`, certificateNumber, 60), validFrom, validUntil };
}

function accreditedItem(at: string, item: AccreditedItemInput): AccreditedItemRecord {
  return {
    itemCode: requireText(`${at}.itemCode`, item.itemCode, 60),
    itemName: requireText(`${at}.itemName`, item.itemName, 200),
    standardNumber: requireText(`${at}.standardNumber`, item.standardNumber, 60),
    standardVersion: requireText(`${at}.standardVersion`, item.standardVersion, 30),
    site: requireText(`${at}.site`, item.site, 200),
  };
}
