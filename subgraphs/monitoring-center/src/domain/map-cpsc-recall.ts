import { onlinePlatforms } from '@hub/schema/code-lists/online-platforms.js';
import { brandInTitle } from './brand-in-title.js';
import { countriesOf } from './countries-of.js';
import { harmInText } from './harm-in-text.js';
import { hazardDegreeOf } from './hazard-degree-of.js';
import { hazardItemOf } from './hazard-item-of.js';
import { periodInText, type Period } from './period-in-text.js';
import { repairStrayQuestionMarks } from './repair-stray-question-marks.js';
import type { RiskInformationRow } from './risk-information-row.js';
import { unitsInText } from './units-in-text.js';

/** What became of one record of a source: a row to take in, or the reason why there is none. */
export type MappedRecord = { readonly row: RiskInformationRow } | { readonly key: string | undefined; readonly refused: string };

/** Longest product name that is made of a list of products. */
const productNameLimit = 300;

/**
 * Maps one recall notice of the US Consumer Product Safety Commission, a line of JSON, to risk information of channel e
 * (5.1.1): the record is kept as received, what is made of it is repaired and read by the rules of the functions named here.
 */
export function mapCpscRecall(line: string): MappedRecord {
  const record = parse(line);
  if (typeof record === 'string') return { key: undefined, refused: record };
  const text = (name: string) => repaired(record[name]);
  const list = (name: string) => (Array.isArray(record[name]) ? (record[name] as unknown[]).map(repaired).filter((item) => item !== '') : []);
  const key = text('id');
  if (key === '') return { key: undefined, refused: 'it has no id' };
  const observedOn = text('date');
  if (!isDay(observedOn)) return { key, refused: `its date "${observedOn.slice(0, 40)}" is no calendar day (YYYY-MM-DD)` };
  const title = text('title');
  const products = list('products');
  const productName = nameOf(products) || title;
  if (productName === '') return { key, refused: 'it names no product and has no title' };

  const hazard = text('hazard');
  const harm = harmInText(text('injury_text'));
  const retailers = list('retailers');
  const sold = periodUntil(periodInText(retailers.join(' ')), observedOn);
  const placesOfSale = `${title} ${retailers.join(' ')}`;
  const unitsText = text('units');
  return {
    row: {
      channel: 'STANDARDS_AND_FOREIGN',
      productName,
      productCategories: list('categories'),
      brand: brandInTitle(title, products[0] ?? '', String(record['description'] ?? '')) ?? null,
      hazardItem: hazardItemOf(hazard, title),
      hazardDescription: hazard,
      hazardDegree: hazardDegreeOf(harm, `${hazard} ${title}`),
      scope: {
        units: unitsInText(unitsText) ?? null,
        unitsText: unitsText || null,
        countries: countriesOf(list('countries')),
        retailers,
        platforms: onlinePlatforms.filter(({ words }) => words.test(placesOfSale)).map(({ name }) => name),
        soldFrom: sold.from ?? null,
        soldUntil: sold.until ?? null,
      },
      injuries: { hasInjuries: harm.injuries, hasDeaths: harm.deaths, description: text('injury_text') || null },
      remedy: text('remedy') || list('remedy_options').join(', ') || null,
      links: [linkOf(record['url'])].filter((link) => link !== ''),
      observedOn,
      sourceRecord: { source: 'CPSC', key, content: line, contentType: 'application/json' },
    },
  };
}

function parse(line: string): Readonly<Record<string, unknown>> | string {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : 'it is no JSON object';
  } catch {
    return 'it is no JSON';
  }
}

function repaired(value: unknown): string {
  return typeof value === 'string' ? repairStrayQuestionMarks(value).replaceAll(/[\s\u00a0]+/g, ' ').trim() : '';
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** All products, or as many as fit with the number of the others. */
function nameOf(products: readonly string[]): string {
  const all = products.join('; ');
  if (all.length <= productNameLimit) return all;
  let named = 1;
  while (products.slice(0, named + 1).join('; ').length <= productNameLimit - 20) named += 1;
  const more = products.length - named;
  return `${products.slice(0, named).join('; ').slice(0, productNameLimit * 1.5)}${more > 0 ? `; and ${more} more` : ''}`;
}

/** What was sold had been sold when the notice came: "from 2015 through 2026" ends with it. */
function periodUntil({ from, until }: Period, notice: string): Period {
  if (from !== undefined && from > notice) return { from: undefined, until: undefined };
  return { from, until: until !== undefined && until > notice ? notice : until };
}

/** Some addresses have a letter too many, a slash too few, or spaces. */
function linkOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().replace(/^h*(ttps?):\/+/, 'h$1://').replaceAll(' ', '%20') : '';
}
