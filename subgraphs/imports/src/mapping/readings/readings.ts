import { onlinePlatforms } from '@hub/schema/code-lists/online-platforms.js';
import { asText } from '../value-at.js';
import { brandInTitle } from './brand-in-title.js';
import { countriesOf } from './countries-of.js';
import { dayInText } from './day-in-text.js';
import { harmInText } from './harm-in-text.js';
import { hazardDegreeOf } from './hazard-degree-of.js';
import { hazardItemOf } from './hazard-item-of.js';
import { namesInOne } from './names-in-one.js';
import { periodOfSale } from './period-of-sale.js';
import { unitsInText } from './units-in-text.js';

/** Reads what a field needs out of what its columns hold, in their order; undefined where they tell nothing. */
export type Reading = (...inputs: readonly unknown[]) => unknown;

/** The readings (解读) that a mapping may name. */
export const readings = {
  day: (...inputs) => dayInText(inputs.map(asText).find((each) => each !== '') ?? ''),
  number: (input) => /-?\d[\d,]*/.exec(asText(input))?.[0].replaceAll(',', ''),
  'yes-no': (input) => /^(是|有|1|true|yes|y)$/i.test(asText(input)),
  names: (...inputs) => namesInOne(inputs.map(listOf).find((names) => names.length > 0) ?? []),
  'brand-in-title': (title, products, description) => brandInTitle(text(title), listOf(products)[0] ?? '', text(description)),
  'hazard-items': (...inputs) => hazardItemOf(...inputs.map(text)),
  'hazard-degree': (injuries, ...hazards) => hazardDegreeOf(harmInText(text(injuries)), hazards.map(text).join(' ')),
  units: (input) => unitsInText(text(input)),
  countries: (input) => countriesOf(listOf(input)),
  platforms: (...inputs) => {
    const places = inputs.map(text).join(' ');
    return onlinePlatforms.filter(({ words }) => words.test(places)).map(({ name }) => name);
  },
  'sold-from': (places, notice) => periodOfSale(text(places), text(notice)).from,
  'sold-until': (places, notice) => periodOfSale(text(places), text(notice)).until,
  injuries: (input) => harmInText(text(input)).injuries,
  deaths: (input) => harmInText(text(input)).deaths,
} as const satisfies Record<string, Reading>;

function listOf(input: unknown): string[] {
  return (Array.isArray(input) ? (input as unknown[]) : [input]).map(asText).filter((each) => each !== '');
}

function text(input: unknown): string {
  return listOf(input).join(' ');
}
