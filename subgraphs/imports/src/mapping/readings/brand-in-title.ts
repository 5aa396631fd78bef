const word = String.raw`[\p{Lu}\p{N}][\p{L}\p{N}.’'&+-]*`;
const firm = [
  /^(?<firm>.+?)\s+(?:Voluntarily |Again |Expands? |Reannounces? |Announces? )*Recalls?\b/iu,
  /\b(?:Recalled by|Made by)\s+(?<firm>.+?)(?:\s+Due\b|[;,(]|$)/iu,
];
const namedBrand = new RegExp(String.raw`(?:involves|includes|of|all|the)\s+(?<brand>${word}(?:\s+${word}){0,3})[- ](?:brand|branded)\b`, 'u');
const general = new Set(['the', 'a', 'an', 'cpsc', 'cpsc,', 'new', 'children’s', "children's", 'kids', 'baby', 'infant', 'women’s', "women's", 'men’s', "men's", 'girls', 'boys', 'toy', 'electric', 'portable', 'various']);

/**
 * The brand where it is evident: the words with which both the recalling firm's name and the product's begin, as in "Trek
 * Recalls …" of "Trek Super Commuter+ 8S"; or what the description calls a brand. A firm's name alone is no brand.
 */
export function brandInTitle(title: string, product: string, description: string): string | undefined {
  const productWords = product.split(/\s+/);
  for (const pattern of firm) {
    const name = pattern.exec(title)?.groups?.['firm']?.split(/\s+/) ?? [];
    let shared = 0;
    while (shared < name.length && shared < productWords.length && plain(name[shared]) === plain(productWords[shared])) shared += 1;
    const first = name[0] ?? '';
    // A product alone is named where a passive title begins with it: "Bicycles Recalled by …".
    if (shared > 0 && shared < productWords.length && !general.has(first.toLowerCase()) && /^[\p{Lu}\p{N}]/u.test(first)) {
      return productWords.slice(0, shared).join(' ').replaceAll(/[®™,]/g, '');
    }
  }
  return namedBrand.exec(description.slice(0, 400))?.groups?.['brand'];
}

function plain(text: string | undefined): string {
  return (text ?? '').toLowerCase().replaceAll(/[®™,;:]/g, '').replace(/[’']s$/, '');
}
