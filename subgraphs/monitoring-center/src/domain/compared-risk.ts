import { lexemesOf } from '@hub/kernel/text/lexemes-of.js';
import { productKinds } from '@hub/schema/code-lists/product-kinds.js';
import { commonProductWords } from './common-product-words.js';
import type { DescribedRisk } from './described-risk.js';
import { hazardsNamedIn } from './hazards-named-in.js';
import { modelsIn } from './models-in.js';

/** By what a record is compared with others: made once of each. */
export interface ComparedRisk {
  readonly gtins: ReadonlySet<string>;
  readonly models: ReadonlySet<string>;
  /** Words of the brand; none where it is not told apart from the name. */
  readonly brand: ReadonlySet<string>;
  /** Words of brand and name: of Chinese each two characters. */
  readonly words: ReadonlySet<string>;
  /** Those of them in Latin letters that are mostly a brand: of a Chinese name all, of another those that few products have in their names. */
  readonly names: ReadonlySet<string>;
  /** Codes of the kinds of product that the name tells, under whatever words. */
  readonly kinds: ReadonlySet<string>;
  /** Codes of the hazards that the hazard item names. */
  readonly hazards: ReadonlySet<string>;
  /** Codes of those that the description names besides. */
  readonly toldHazards: ReadonlySet<string>;
  /** Words of the hazard item: of Chinese each character besides, for 汞 says all. */
  readonly hazardWords: ReadonlySet<string>;
}

/** Words that say nothing of a product by themselves. */
const idle = new Set([...lexemesOf('the a an of and or for with in on to by recall recalled recalls product products brand model models type new due risk hazard hazards'), '产品', '品牌', '型号', '召回', '系列', '牌型', '一款']);

/** What of a record others are compared with. */
export function comparedRisk({ productName, brand, gtins, hazardItem, hazardDescription }: DescribedRisk): ComparedRisk {
  const hazards = new Set(hazardsNamedIn(hazardItem));
  const models = modelsIn(productName, hazardDescription);
  const words = wordsOf(`${brand ?? ''} ${productName}`);
  return {
    gtins: new Set(gtins),
    models,
    brand: wordsOf(brand ?? ''),
    words,
    names: namesIn(words),
    kinds: new Set(productKinds.filter(({ zh, en }) => zh.test(productName) || en.test(productName)).map(({ code }) => code)),
    hazards,
    toldHazards: new Set(hazardsNamedIn(hazardDescription).filter((code) => !hazards.has(code))),
    hazardWords: new Set([...lexemesOf(hazardItem)].filter((word) => !idle.has(word))),
  };
}

function wordsOf(text: string): Set<string> {
  return new Set([...lexemesOf(text)].filter((word) => word.length > 1 && !idle.has(word)));
}

function namesIn(words: ReadonlySet<string>): Set<string> {
  const isChinese = [...words].some((word) => /^[^a-z\d]/.test(word));
  return new Set([...words].filter((word) => /^[a-z]{3,}$/.test(word) && (isChinese || !commonProductWords.has(word))));
}
