import { lexemesOf } from '@hub/kernel/text/lexemes-of.js';
import { gtin14Of, hasGtinCheckDigit } from '@hub/schema/identifiers/gtin.js';
import { enoughWords, tellingWords } from './telling-words.js';

/** How two descriptions come to be of one product, the surest first. */
export const matchGrades = ['ITEM_ID', 'GTIN', 'GTIN_REPAIRED', 'BRAND_AND_MODEL', 'TEXT'] as const;
export type MatchGrade = (typeof matchGrades)[number];

/** A product as a listing, or who reports a hazard, describes it. */
export interface DescribedProduct {
  readonly name: string;
  readonly brand: string | null;
  /** 商品条码, one or more, as they were written. */
  readonly gtins: readonly string[];
  /** 商品编号 and the platform that has given it; it says nothing on another. */
  readonly items: readonly { readonly platformId: string; readonly id: string }[];
}

export interface ProductMatch {
  readonly grade: MatchGrade;
  /** From 0 to 1. */
  readonly score: number;
  /** What the two have in common, such as a code or the words of both. */
  readonly evidence: readonly string[];
}

/** How sure a grade is, from 0 to 1; of a text where all words are the same. */
export const scoreOf: Readonly<Record<MatchGrade, number>> = { ITEM_ID: 1, GTIN: 0.98, GTIN_REPAIRED: 0.93, BRAND_AND_MODEL: 0.85, TEXT: 0.7 };
/** Share of the words of the shorter name, each by its weight, that the other has to have: with the same brand, and without. */
const enough = { sameBrand: 0.5, otherwise: 0.75 } as const;
/** A model (型号): letters and digits together, three characters and more. */
const model = /^(?=.*\d)(?=.*[a-z])[a-z\d]{3,}$/;

/** Whether what is sought and another description are of one product, and why; undefined where nothing says so. */
export function productMatch(one: DescribedProduct, other: DescribedProduct): ProductMatch | undefined {
  const item = one.items.find(({ platformId, id }) => other.items.some((theirs) => theirs.id === id && theirs.platformId === platformId));
  if (item) return { grade: 'ITEM_ID', score: scoreOf.ITEM_ID, evidence: [item.id] };
  const coded = sameCode(one.gtins, other.gtins);
  if (coded) return { grade: coded.grade, score: scoreOf[coded.grade], evidence: [coded.code] };
  const [words, others] = [telling(one), telling(other)];
  const sameBrand = bears(others, one.brand) || bears(words, other.brand);
  const models = filtered(words, model).filter((word) => others.has(word));
  if (sameBrand && models.length > 0) return { grade: 'BRAND_AND_MODEL', score: scoreOf.BRAND_AND_MODEL, evidence: [one.brand ?? other.brand ?? '', ...models] };
  // Other brands, or models of which none is the same, are other products, however alike their names are.
  if (!sameBrand && ((one.brand !== null && other.brand !== null) || areApart(foreignIn(words), foreignIn(others)))) return undefined;
  if (areApart(filtered(words, model), filtered(others, model))) return undefined;
  if (!isNamedLike(one, other)) return undefined;
  const common = [...words].filter((word) => others.has(word));
  const share = weightOf(common) / Math.max(1, Math.min(weightOf([...words]), weightOf([...others])));
  if (common.length < 2 || share < (sameBrand ? enough.sameBrand : enough.otherwise)) return undefined;
  return { grade: 'TEXT', score: scoreOf.TEXT * share, evidence: common };
}

/** A code that both have, in 14 digits; one that both write alike before one whose zeros had to be restored. A code that fails its check digit says nothing. */
function sameCode(some: readonly string[], others: readonly string[]): { grade: 'GTIN' | 'GTIN_REPAIRED'; code: string } | undefined {
  const common = some.flatMap((written) => {
    const code = gtin14Of(written);
    const theirs = code !== null && hasGtinCheckDigit(code) ? others.filter((other) => gtin14Of(other) === code) : [];
    return code === null || theirs.length === 0 ? [] : [{ code, grade: theirs.some((other) => other.trim() === written.trim()) ? ('GTIN' as const) : ('GTIN_REPAIRED' as const) }];
  });
  return common.find(({ grade }) => grade === 'GTIN') ?? common[0];
}

/** The words of a name and a brand: of Chinese each two characters, for one says too little. */
function telling({ name, brand }: DescribedProduct): ReadonlySet<string> {
  return new Set([...lexemesOf(`${brand ?? ''} ${name}`)].filter((word) => word.length > 1));
}

/** Whether a name has enough of the words of the one that is sought: one that has few of them, such as 充电宝 alone, is of many products. */
function isNamedLike(sought: DescribedProduct, other: DescribedProduct): boolean {
  const lexemes = lexemesOf(other.name);
  const words = tellingWords(sought.name);
  const standing = words.filter((word) => word.every((lexeme) => lexemes.has(lexeme))).length;
  return standing >= enoughWords(words.length, bears(telling(other), sought.brand));
}

/** Whether all words of a brand are among these, as in a title that begins with it. */
function bears(words: ReadonlySet<string>, brand: string | null): boolean {
  const own = brand === null ? [] : [...lexemesOf(brand)].filter((word) => word.length > 1);
  return own.length > 0 && own.every((word) => words.has(word));
}

/** Words in Latin letters of a Chinese name: what stands so in it is a brand. */
function foreignIn(words: ReadonlySet<string>): string[] {
  const foreign = filtered(words, /^[a-z]{3,}$/);
  return [...words].some((word) => /^[^a-z\d]/.test(word)) ? foreign : [];
}

const filtered = (words: ReadonlySet<string>, pattern: RegExp): string[] => [...words].filter((word) => pattern.test(word));
/** Whether both have some, and none in common. */
const areApart = (some: readonly string[], others: readonly string[]): boolean => some.length > 0 && others.length > 0 && !some.some((word) => others.includes(word));
/** A word of a name counts by its length, up to six letters: a long one is rarer. */
const weightOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + Math.min(6, /^[a-z\d]/.test(word) ? word.length : 4), 0);
