import type { ClusterProposalReasonKind } from '../generated/graphql.js';
import type { ComparedRisk } from './compared-risk.js';

/** What speaks for it, with what both records have. */
export interface LikenessReason {
  readonly kind: ClusterProposalReasonKind;
  readonly evidence: readonly string[];
}

export interface Likeness {
  /** From 0 to 1: how alike the products are, times how alike the hazards are. */
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
}

/** How sure it is that two records are of one product. Tuned on one half of the labelled sample; the other half is what `hub bench clusters` reports. */
const sure = { gtin: 0.98, brandAndModel: 0.94, model: 0.8, brandAndKind: 0.72, brandAndSome: 0.65, brandAndWords: 0.95, rareWord: 0.6, words: 0.85 } as const;
/** Share of their words that two names have to have in common: with the same brand, with the same model, with a rare word, and without any of these; and of the rare words of the lesser name. */
const enough = { brand: 0.4, model: 0.3, rare: 0.45, ofRare: 0.67, words: 0.65 } as const;
/** How much it takes off where only the description of one tells the hazard of the other. */
const toldBesides = 0.8;
/** Share of the words of the hazard, where no item of the list is named. */
const enoughOfHazard = 0.6;
/** Below this nothing is proposed. */
export const leastScore = 0.5;

/**
 * Whether two records tell of one product and one hazard, and why (归并, 5.1.1); undefined where too little speaks for it. Brands, models, codes, kinds of product or hazards that both tell, and of which
 * none is the same, part them, however alike the rest is.
 */
export function likeness(one: ComparedRisk, other: ComparedRisk): Likeness | undefined {
  const hazard = hazardLikeness(one, other);
  const product = hazard && productLikeness(one, other);
  if (!product) return undefined;
  const score = product.score * hazard.score;
  return score < leastScore ? undefined : { score, reasons: [...product.reasons, ...hazard.reasons] };
}

function productLikeness(one: ComparedRisk, other: ComparedRisk): Likeness | undefined {
  const gtins = common(one.gtins, other.gtins);
  if (gtins.length > 0) return { score: sure.gtin, reasons: [{ kind: 'GTIN', evidence: gtins }] };
  const [models, kinds, words] = [common(one.models, other.models), common(one.kinds, other.kinds), common(one.words, other.words)];
  const brand = bears(other, one.brand) ? [...one.brand] : bears(one, other.brand) ? [...other.brand] : [];
  if (areApart(one.models, other.models) || areApart(one.kinds, other.kinds)) return undefined;
  if (brand.length === 0 && (areApart(one.brand, other.brand) || areApart(one.names, other.names))) return undefined;
  const share = (2 * weightOf(words)) / (weightOf(one.words) + weightOf(other.words));
  const worded: LikenessReason[] = [...(kinds.length > 0 ? [{ kind: 'PRODUCT_KIND' as const, evidence: kinds }] : []), ...(words.length > 0 ? [{ kind: 'PRODUCT_NAME' as const, evidence: words }] : [])];
  if (models.length > 0 && brand.length > 0) return { score: sure.brandAndModel, reasons: [{ kind: 'BRAND_AND_MODEL', evidence: [...brand, ...models] }, ...worded] };
  if (models.length > 0 && (kinds.length > 0 || share >= enough.model)) return { score: sure.model, reasons: [{ kind: 'MODEL', evidence: models }, ...worded] };
  // Two codes are of two products, unless the model says otherwise: of one product each colour has its own.
  if (areApart(one.gtins, other.gtins)) return undefined;
  const named: LikenessReason[] = [{ kind: 'BRAND', evidence: brand }, ...worded];
  if (brand.length > 0 && share >= enough.brand) return { score: Math.max(kinds.length > 0 ? sure.brandAndKind : sure.brandAndSome, sure.brandAndWords * share), reasons: named };
  if (brand.length > 0 && kinds.length > 0) return { score: sure.brandAndKind, reasons: named };
  // Words that few products have in their names say as much as a brand; where the lesser of two names has others of them besides, it is mostly another's.
  const rare = common(one.names, other.names).length;
  const lesser = Math.min(one.names.size, other.names.size);
  if (lesser > 0 && rare / lesser <= enough.ofRare) return undefined;
  if (brand.length > 0 || words.length < 2 || share < (rare > 0 ? enough.rare : enough.words)) return undefined;
  return { score: Math.max(rare > 0 ? sure.rareWord : 0, sure.words * share), reasons: worded };
}

function hazardLikeness(one: ComparedRisk, other: ComparedRisk): Likeness | undefined {
  const named = common(one.hazards, other.hazards);
  if (named.length > 0) return { score: 1, reasons: [{ kind: 'HAZARD_ITEM', evidence: named }] };
  const told = [...common(one.hazards, other.toldHazards), ...common(one.toldHazards, other.hazards)];
  if (told.length > 0) return { score: toldBesides, reasons: [{ kind: 'HAZARD_ITEM', evidence: told }] };
  if (one.hazards.size > 0 && other.hazards.size > 0) return undefined;
  const words = common(one.hazardWords, other.hazardWords);
  const share = weightOf(words) / Math.max(1, Math.min(weightOf(one.hazardWords), weightOf(other.hazardWords)));
  return share < enoughOfHazard ? undefined : { score: share, reasons: [{ kind: 'HAZARD_WORDS', evidence: words }] };
}

/** Whether all words of a brand are among those of a record, as in a title that begins with it. */
const bears = ({ words }: ComparedRisk, brand: ReadonlySet<string>): boolean => brand.size > 0 && [...brand].every((word) => words.has(word));

const common = (some: ReadonlySet<string>, others: ReadonlySet<string>): string[] => [...some].filter((each) => others.has(each));
/** Whether both have some, and none in common. */
const areApart = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean => some.size > 0 && others.size > 0 && common(some, others).length === 0;
/** A word counts by its length, up to six letters: a long one is rarer. */
const weightOf = (words: Iterable<string>): number => [...words].reduce((sum, word) => sum + Math.min(6, /^[a-z\d]/.test(word) ? word.length : 4), 0);
