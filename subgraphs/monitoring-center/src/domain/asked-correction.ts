/** What an upheld objection asks of monitoring data (after 5.4.1), or a regulator that agrees that they name the wrong seller (clause 4). */
export interface AskedCorrection {
  /** On which ground it was upheld, as the regulator names it; WRONG_SELLER where it agreed. */
  readonly ground: string;
  readonly reason: string;
  /** Date-time at which the centre heard of it. */
  readonly askedAt: string;
}

/** What a version of monitoring data says of the product, as far as an objection changes it. */
interface Corrected<Item> {
  readonly conclusion: string;
  readonly failedItems: readonly Item[];
  readonly producerDisowned: boolean;
}

/** The ground of a correction that was agreed on: the version names another seller, and what was found stays. */
export const wrongSeller = 'WRONG_SELLER';

/**
 * What a new version says once objections were upheld: a product that its nominal producer did not make names no producer, whatever was found; any other
 * objection leaves nothing that can be held against the product.
 */
export function correctedBy<Item>(asked: readonly AskedCorrection[], found: Corrected<Item>): Corrected<Item> {
  const disowned = asked.some(({ ground }) => ground === 'NOT_OUR_PRODUCT');
  const cleared = asked.some(({ ground }) => ground !== 'NOT_OUR_PRODUCT' && ground !== wrongSeller);
  return { ...found, ...(disowned && { producerDisowned: true }), ...(cleared && { conclusion: 'NOT_JUDGED', failedItems: [] }) };
}

/** Those of the corrections that a version does not say yet, because it was compiled before they were asked for. @param compiledAt undefined of what was not compiled since */
export function correctionsSince(asked: readonly AskedCorrection[], compiledAt: Date | undefined): readonly AskedCorrection[] {
  return asked.filter(({ askedAt }) => compiledAt === undefined || new Date(askedAt) > compiledAt);
}

/** Those that objections brought: why they were upheld is told with the new version. What centre and regulator agreed on is between them. */
export function objections(asked: readonly AskedCorrection[]): readonly AskedCorrection[] {
  return asked.filter(({ ground }) => ground !== wrongSeller);
}
