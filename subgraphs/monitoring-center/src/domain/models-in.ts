import { normalised } from '@hub/kernel/text/normalised.js';

/** Letters and digits together, hyphens between them left out: A137, LP-024. */
const mixed = /(?<![a-z\d])(?=[a-z\d-]*\d)(?=[a-z\d-]*[a-z])[a-z\d]+(?:-[a-z\d]+)*(?![a-z\d])/g;
/** What is called a model, be it of digits alone. Blanks are within what may be left out, or the time would grow with the cube of how many there are. */
const named = /(?:\bmodels?|型号|货号|\bitem\s*(?:no\.?|number))(?:\s*(?:numbers?|no\.?|为|是))?(?:\s*[:：#])?\s*([a-z\d][a-z\d-]{2,})/g;
/** Sizes, powers and counts, which look like one: 10-inch, 20000mAh, 3-in-1. */
const measure = /^\d+(?:inch|inches|in|in1|pack|packs|pcs?|pieces?|ply|w|kw|v|a|mah|ah|wh|ml|l|kg|g|mg|cm|mm|m|oz|lbs?|ft|years?|months?|counts?|sets?|gb|tb|hz|khz|ghz|days?|hours?|mph|d|k|p|nd|rd|th|st|s|x|xl|t|g?pd|gal|gallons?|quarts?|qt|drawers?|speeds?|person|people|seats?)$/;

/** The models (型号) that a product's name tells, and what a text about it calls one; each as it is compared. */
export function modelsIn(name: string, told: string): Set<string> {
  const inName = plain(name);
  const found = [...(inName.match(mixed) ?? []), ...[inName, plain(told)].flatMap((text) => [...text.matchAll(named)].map(([, model = '']) => model))];
  const models = found.filter((model) => /\d/.test(model)).map((model) => model.replaceAll('-', ''));
  return new Set(models.filter((model) => model.length >= 3 && !measure.test(model)));
}

const plain = (text: string): string => normalised(text).map(({ character }) => character).join('');
