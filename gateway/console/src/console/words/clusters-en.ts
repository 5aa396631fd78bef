import type { clustersZhCN } from './clusters-zh-cn';

/** What the page of proposals of clusters says, in English. */
export const clustersEn: typeof clustersZhCN = {
  clusters: {
    title: 'Cluster proposals',
    lead: 'Records of risk information that seem to tell of one product and one hazard, by whichever source, the most alike first (5.1.1). Analysts accept or decline them; what is declined, or parted, is proposed no more.',
    stateLabel: 'State',
    state: { PROPOSED: 'To be decided', ACCEPTED: 'Accepted', DECLINED: 'Declined', LAPSED: 'Lapsed' },
    none: { PROPOSED: 'There is no proposal to be decided', ACCEPTED: 'No proposal was accepted', DECLINED: 'No proposal was declined', LAPSED: 'No proposal has lapsed' },
    noneHint: 'What is taken in is compared in the background, and appears here where something is like it.',
    found: (count) => `${count}, the most alike first`,
    score: (percent) => `${percent}% alike`,
    unscored: 'How alike they are is not told to you',
    proposedAt: (time) => `Proposed ${time}`,
    reasons: 'What speaks for it',
    reason: {
      GTIN: 'Same code',
      BRAND_AND_MODEL: 'Same brand and model',
      MODEL: 'Same model',
      BRAND: 'Same brand',
      PRODUCT_KIND: 'Same kind of product',
      PRODUCT_NAME: 'Similar name',
      HAZARD_ITEM: 'Same hazard',
      HAZARD_WORDS: 'Similar words for the hazard',
    },
    brand: (brand) => `Brand: ${brand}`,
    hazard: (hazard) => `Hazard: ${hazard}`,
    inCluster: (number) => `In cluster ${number}`,
    accept: 'Accept',
    decline: 'Decline',
    declineTitle: 'Decline this proposal',
    declineHint: 'The two records are proposed as one no more. Where they are of one product after all, they are still grouped by hand.',
    part: 'Take out',
    partTitle: (number) => `Take out ${number}`,
    partHint: (cluster) => `It leaves ${cluster}, and is proposed no more with any record in it.`,
  },
};
