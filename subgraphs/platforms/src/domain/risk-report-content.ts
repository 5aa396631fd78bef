import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { HazardDegree, ReportRiskInput } from '../generated/graphql.js';
import { requireUnits } from './require-units.js';

const listLimit = 100;

/** The scope concerned (涉及的范围, 2.5) as it is kept and told; days are YYYY-MM-DD. */
export type RiskScopeRecord = {
  readonly units: number | null;
  readonly unitsText: string | null;
  readonly countries: string[];
  readonly retailers: string[];
  readonly platforms: string[];
  readonly soldFrom: string | null;
  readonly soldUntil: string | null;
};

/** 伤害情况, as it is kept and told. */
export type InjuryRecord = { readonly hasInjuries: boolean; readonly hasDeaths: boolean; readonly description: string | null };

/** The checked content of a risk report (3.4 a). */
export interface RiskReportContent {
  readonly productName: string;
  readonly brand: string | null;
  readonly hazardItem: string;
  readonly hazardDescription: string;
  readonly hazardDegree: HazardDegree;
  readonly scope: RiskScopeRecord;
  readonly injuries: InjuryRecord;
  readonly listingItemIds: string[];
  readonly links: string[];
  /** YYYY-MM-DD */
  readonly observedOn: string;
}

/**
 * Checks what a platform reports and gives its content.
 * @param today the calendar day in Asia/Shanghai, YYYY-MM-DD
 * @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG, VALUE_INVALID, TIME_IN_FUTURE
 */
export function riskReportContent(input: ReportRiskInput, today: string): RiskReportContent {
  const { injuries } = input;
  const observedOn = requirePastDay('observedOn', input.observedOn, today);
  return {
    productName: requireText('productName', input.productName, 500),
    brand: optionalText('brand', input.brand, 200),
    hazardItem: requireText('hazardItem', input.hazardItem, 500),
    hazardDescription: optionalText('hazardDescription', input.hazardDescription) ?? '',
    hazardDegree: input.hazardDegree ?? 'UNRATED',
    scope: scopeOf(input.scope, today),
    injuries: {
      hasInjuries: injuries?.hasInjuries ?? false,
      hasDeaths: injuries?.hasDeaths ?? false,
      description: optionalText('injuries.description', injuries?.description),
    },
    listingItemIds: texts('listingItemIds', input.listingItemIds, 100),
    links: linksOf(input.links),
    observedOn,
  };
}

function scopeOf(scope: ReportRiskInput['scope'], today: string): RiskScopeRecord {
  const { units, unitsText, countries, retailers, platforms } = scope;
  const soldFrom = scope.soldFrom == null ? null : requirePastDay('scope.soldFrom', scope.soldFrom, today);
  const soldUntil = scope.soldUntil == null ? null : requirePastDay('scope.soldUntil', scope.soldUntil, today);
  const reversed = { en: 'it lies before soldFrom', 'zh-CN': '早于 soldFrom' };
  requireValid(soldFrom === null || soldUntil === null || soldFrom <= soldUntil, 'scope.soldUntil', reversed, '2026-05-31');
  return {
    units: units == null ? null : requireUnits('scope.units', units),
    unitsText: optionalText('scope.unitsText', unitsText),
    countries: texts('scope.countries', countries, 100),
    retailers: texts('scope.retailers', retailers, 2000),
    platforms: texts('scope.platforms', platforms, 100),
    soldFrom,
    soldUntil,
  };
}

/** A day on which something has happened. @throws Refusal TIME_IN_FUTURE */
function requirePastDay(field: string, day: string, today: string): string {
  if (day > today) throw new Refusal('TIME_IN_FUTURE', { field, parameters: { field, example: today } });
  return day;
}

function texts(field: string, values: readonly string[] | undefined, limit: number): string[] {
  const list = values ?? [];
  const long = { en: `it has ${list.length} entries; ${listLimit} are the most`, 'zh-CN': `共 ${list.length} 项，最多 ${listLimit} 项` };
  requireValid(list.length <= listLimit, field, long, { en: 'a shorter list', 'zh-CN': '减少项数' });
  return [...new Set(list.map((value, index) => requireText(`${field}.${index}`, value, limit)))];
}

function linksOf(values: readonly string[] | undefined): string[] {
  const links = texts('links', values, 2000);
  for (const [index, link] of links.entries()) {
    const problem = { en: 'it is no http or https address', 'zh-CN': '不是 http 或 https 网址' };
    requireValid(/^https?:\/\/\S+$/.test(link) && URL.canParse(link), `links.${index}`, problem, 'https://yunjishi.example/item/1807067');
  }
  return links;
}
