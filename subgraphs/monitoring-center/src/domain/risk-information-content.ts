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
  requireValid(scope.units == null || scope.units >= 0, 'scope.units', 'a number of units is not negative', '9700');
  const [soldFrom, soldUntil] = [scope.soldFrom ?? null, scope.soldUntil ?? null];
  requireValid(soldFrom === null || soldUntil === null || soldFrom <= soldUntil, 'scope.soldUntil', 'it lies before soldFrom', '2021-05-31');
  if (row.observedOn > today) throw new Refusal('TIME_IN_FUTURE', { field: 'observedOn', parameters: { field: 'observedOn', example: today } });
  const contentType = requireText('sourceRecord.contentType', sourceRecord.contentType ?? 'application/json', 100);
  requireValid(/^[\w.+-]+\/[\w.+-]+(\s*;.*)?$/.test(contentType), 'sourceRecord.contentType', 'it is no media type (RFC 2045)', 'application/json');
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
  requireValid(list.length <= listLimit, field, `it has ${list.length} entries; ${listLimit} are the most`, 'a shorter list');
  return [...new Set(list.map((value, index) => requireText(`${field}.${index}`, value, limit)))];
}

function links(values: readonly string[] | undefined): string[] {
  const list = texts('links', values, 2000);
  for (const [index, link] of list.entries()) {
    requireValid(/^https?:\/\/\S+$/.test(link) && URL.canParse(link), `links.${index}`, 'it is no http or https address', 'https://www.cpsc.gov/Recalls');
  }
  return list;
}

/** What is kept byte for byte must be something that PostgreSQL keeps byte for byte. */
function requireStorable(content: string): void {
  const field = 'sourceRecord.content';
  requireValid(content !== '', field, 'it is empty', 'the record as received');
  const bytes = Buffer.byteLength(content, 'utf8');
  requireValid(bytes <= contentLimit, field, `it has ${bytes} bytes; a source record has at most ${contentLimit} (1 MB)`, 'the record without attachments');
  requireValid(!content.includes('\u0000') && Buffer.from(content, 'utf8').toString('utf8') === content, field, 'it holds NUL or half a surrogate pair, which no text keeps', 'text in UTF-8');
}
