import type { CodesAsOf } from '@hub/kernel/validation/require-code.js';
import { requireStandardNumber } from '@hub/kernel/validation/require-standard-number.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { AccreditationInput, AccreditedItemInput, AuthorisedSignatoryInput, RecordAccreditationInput } from '../generated/graphql.js';

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

/** A user who may approve reports, and the items for which; null: all of the scope. */
export type AuthorisedSignatoryRecord = { readonly userId: string; readonly itemCodes: readonly string[] | null };

/** The qualification and scope of a lab (资质、能力附表, 3.2 c), and who may approve its reports (授权签字人, 3.3). */
export interface AccreditationContent {
  readonly cma: AccreditationRecord;
  readonly cnas: AccreditationRecord | null;
  readonly scope: readonly AccreditedItemRecord[];
  /** Null where the lab has named none: then each of its signatories, for the whole scope. */
  readonly signatories: readonly AuthorisedSignatoryRecord[] | null;
}

/** The most that a scope may hold; the largest labs of the country have fewer. */
const scopeLimit = 20_000;
const signatoryLimit = 200;

/**
 * @param before the scope on record: its standards stand, though their bodies may have ended since
 * @throws Refusal VALUE_INVALID, VALUE_REQUIRED, VALUE_TOO_LONG, CODE_RETIRED
 */
export function accreditationContent(input: Pick<RecordAccreditationInput, 'cma' | 'cnas' | 'scope' | 'signatories'>, codes: CodesAsOf, before: readonly AccreditedItemRecord[] = []): AccreditationContent {
  const { length } = input.scope;
  const standing = new Set(before.map(({ standardNumber }) => standardNumber));
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
      const record = accreditedItem(`scope.${index}`, item, (field, number) => requireStandardNumber(field, number, codes, standing));
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
    signatories: input.signatories ? signatories(input.signatories, new Set(input.scope.map(({ itemCode }) => itemCode.trim()))) : null,
  };
}

function signatories(input: readonly AuthorisedSignatoryInput[], scope: ReadonlySet<string>): AuthorisedSignatoryRecord[] {
  requireValid(
    input.length >= 1 && input.length <= signatoryLimit,
    'signatories',
    { en: `a lab names 1 to ${signatoryLimit} signatories, or leaves them out`, 'zh-CN': `列明 1 至 ${signatoryLimit} 名授权签字人，或不填` },
    { en: 'one signatory', 'zh-CN': '一名授权签字人' },
  );
  return input.map(({ userId, itemCodes }, index) => {
    const at = `signatories.${index}`;
    requireValid(
      input.findIndex((each) => each.userId === userId) === index,
      `${at}.userId`,
      { en: 'it stands there twice', 'zh-CN': '重复' },
      { en: 'each user once', 'zh-CN': '每名用户一次' },
    );
    return { userId: requireText(`${at}.userId`, userId, 100), itemCodes: itemCodes ? fieldOf(`${at}.itemCodes`, itemCodes, scope) : null };
  });
}

/** The items for which a signatory is authorised, each of the scope. */
function fieldOf(at: string, itemCodes: readonly string[], scope: ReadonlySet<string>): string[] {
  requireValid(
    itemCodes.length >= 1 && itemCodes.length <= scopeLimit,
    at,
    { en: 'a signatory is authorised for at least one item, or for all where left out', 'zh-CN': '授权签字领域至少一项；不填则为全部项目' },
    { en: 'the code of one item of the scope', 'zh-CN': '能力附表中一个项目的代码' },
  );
  return [...new Set(itemCodes.map((code, index) => {
    const item = requireText(`${at}.${index}`, code, 60);
    requireValid(scope.has(item), `${at}.${index}`, { en: 'it is no item of the scope', 'zh-CN': '不在能力附表中' }, { en: 'a code of the scope', 'zh-CN': '能力附表中的代码' });
    return item;
  }))];
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

function accreditedItem(at: string, item: AccreditedItemInput, standardNumber: (field: string, number: string) => string): AccreditedItemRecord {
  return {
    itemCode: requireText(`${at}.itemCode`, item.itemCode, 60),
    itemName: requireText(`${at}.itemName`, item.itemName, 200),
    standardNumber: standardNumber(`${at}.standardNumber`, item.standardNumber),
    standardVersion: requireText(`${at}.standardVersion`, item.standardVersion, 30),
    site: requireText(`${at}.site`, item.site, 200),
  };
}
