/** A name as a reader sees it: width, spaces, letter case and characters that show nothing make no other name. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replaceAll(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '').toLowerCase();
}
