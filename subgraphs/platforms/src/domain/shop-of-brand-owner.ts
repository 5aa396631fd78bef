/** Gives a brand owner's products to one of several shops, always the same: the source of the demo's listings names no shop. */
export function shopOfBrandOwner(shops: readonly string[], brandOwner: string): string {
  const number = [...brandOwner].reduce((total, character) => (total * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003, 7);
  return shops[number % shops.length] ?? '';
}
