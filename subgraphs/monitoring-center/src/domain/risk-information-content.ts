import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { RiskInformationRow } from './risk-information-row.js';

/** Bytes that a source record may have. */
const contentLimit = 1_000_000;
const listLimit = 100;

/** The checked content of a record, as it is kept. Days are midnight UTC. */
export interface RiskInformationContent {
  readonly channel: string;
  readonly productName: string;
  readonly productCategories: string[];
  readonly brand: string | null;
  readonly hazardItem: string;
  readonly hazardDescription: string;
  readonly hazardDegree: string;
  readonly units: number | null;
  readonly unitsText: string | null;
  readonly countries: string[];
  readonly retailers: string[];
  readonly platforms: string[];
  readonly soldFrom: Date | null;
  readonly soldUntil: Date | null;
  readonly hasInjuries: boolean;
  readonly hasDeaths: boolean;
  readonly injuries: string | null;
  readonly remedy: string | null;
  readonly links: string[];
  readonly observedOn: Date;
  readonly source: string;
  readonly sourceKey: string;
  readonly contentType: string;
}

/**
 * Checks a record and gives its content (2.5, 5.1.1).
 * @param today the calendar day in Asia/Shanghai, YYYY-MM-DD
 * @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG, VALUE_INVALID, TIME_IN_FUTURE
 */
export function riskInformationContent(row: RiskInformationRow, today: string): RiskInformationContent {
  const { scope, injuries, sourceRecord } = row;
  requireValid(scope.units == null || scope.units >= 0, 'scope.units', { en: 'a number of units is not negative', 'zh-CN': '数量不得为负' }, '9700');
  const [soldFrom, soldUntil] = [scope.soldFrom ?? null, scope.soldUntil ?? null];
  for (const [field, day] of [['observedOn', row.observedOn], ['scope.soldFrom', soldFrom], ['scope.soldUntil', soldUntil]] as const) {
    if (day !== null && day > today) throw new Refusal('TIME_IN_FUTURE', { field, parameters: { field, example: today } });
  }
  requireValid(soldFrom === null || soldUntil === null || soldFrom <= soldUntil, 'scope.soldUntil', { en: 'it lies before soldFrom', 'zh-CN': '早于 soldFrom' }, '2021-05-31');
  const contentType = requireText('sourceRecord.contentType', sourceRecord.contentType ?? 'application/json', 100);
  requireValid(/^[\w.+-]+\/[\w.+-]+(\s*;.*)?$/.test(contentType), 'sourceRecord.contentType', { en: 'it is no media type (RFC 2045)', 'zh-CN': '不是媒体类型（RFC 2045）' }, 'application/json');
  requireStorable(sourceRecord.content);
  return {
    channel: row.channel,
    productName: requireText('productName', row.productName, 500),
    productCategories: texts('productCategories', row.productCategories, 200),
    brand: optionalText('brand', row.brand, 200),
    hazardItem: requireText('hazardItem', row.hazardItem, 500),
    hazardDescription: optionalText('hazardDescription', row.hazardDescription) ?? '',
    hazardDegree: row.hazardDegree ?? 'UNRATED',
    units: scope.units ?? null,
    unitsText: optionalText('scope.unitsText', scope.unitsText),
    countries: texts('scope.countries', scope.countries, 100),
    retailers: texts('scope.retailers', scope.retailers, 2000),
    platforms: texts('scope.platforms', scope.platforms, 100),
    soldFrom: midnight(soldFrom),
    soldUntil: midnight(soldUntil),
    hasInjuries: injuries?.hasInjuries ?? false,
    hasDeaths: injuries?.hasDeaths ?? false,
    injuries: optionalText('injuries.description', injuries?.description),
    remedy: optionalText('remedy', row.remedy),
    links: links(row.links),
    observedOn: new Date(`${row.observedOn}T00:00:00Z`),
    source: requireText('sourceRecord.source', sourceRecord.source, 60),
    sourceKey: requireText('sourceRecord.key', sourceRecord.key, 200),
    contentType,
  };
}

function midnight(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}

function texts(field: string, values: readonly string[] | undefined, limit: number): string[] {
  const list = values ?? [];
  requireValid(list.length <= listLimit, field, { en: `it has ${list.length} entries; ${listLimit} are the most`, 'zh-CN': `有 ${list.length} 项，至多 ${listLimit} 项` }, { en: 'a shorter list', 'zh-CN': '较短的列表' });
  return [...new Set(list.map((value, index) => requireText(`${field}.${index}`, value, limit)))];
}

function links(values: readonly string[] | undefined): string[] {
  const list = texts('links', values, 2000);
  for (const [index, link] of list.entries()) {
    requireValid(/^https?:\/\/\S+$/.test(link) && URL.canParse(link), `links.${index}`, { en: 'it is no http or https address', 'zh-CN': '不是 http 或 https 地址' }, 'https://www.cpsc.gov/Recalls');
  }
  return list;
}

/** What is kept byte for byte must be something that PostgreSQL keeps byte for byte. */
function requireStorable(content: string): void {
  const field = 'sourceRecord.content';
  requireValid(content !== '', field, { en: 'it is empty', 'zh-CN': '内容为空' }, { en: 'the record as received', 'zh-CN': '收到时的原始记录' });
  const bytes = Buffer.byteLength(content, 'utf8');
  requireValid(
    bytes <= contentLimit,
    field,
    { en: `it has ${bytes} bytes; a source record has at most ${contentLimit} (1 MB)`, 'zh-CN': `共 ${bytes} 字节，原始记录至多 ${contentLimit} 字节（1 MB）` },
    { en: 'the record without attachments', 'zh-CN': '不含附件的记录' },
  );
  requireValid(
    !content.includes('\u0000') && Buffer.from(content, 'utf8').toString('utf8') === content,
    field,
    { en: 'it holds NUL or half a surrogate pair, which no text keeps', 'zh-CN': '含有 NUL 或不完整的代理对，无法保存' },
    { en: 'text in UTF-8', 'zh-CN': 'UTF-8 文本' },
  );
}
