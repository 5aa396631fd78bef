/** What an upheld objection asks of monitoring data (after 5.4.1). */
export interface AskedCorrection {
  /** On which ground it was upheld, as the regulator names it. */
  readonly ground: string;
  readonly reason: string;
}

/** What a version of monitoring data says of the product, as far as an objection changes it. */
interface Corrected<Item> {
  readonly conclusion: string;
  readonly failedItems: readonly Item[];
  readonly producerDisowned: boolean;
}

/**
 * What a new version says once an objection was upheld: a product that its nominal producer did not make names no producer, whatever was found; any other
 * objection leaves nothing that can be held against the product.
 */
export function correctedBy<Item>(asked: AskedCorrection | null, found: Corrected<Item>): Corrected<Item> {
  if (asked === null) return found;
  if (asked.ground === 'NOT_OUR_PRODUCT') return { ...found, producerDisowned: true };
  return { ...found, conclusion: 'NOT_JUDGED', failedItems: [] };
}
