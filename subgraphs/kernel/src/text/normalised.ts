import { Converter } from 'opencc-js/t2cn';

const simplify = Converter({ from: 't', to: 'cn' });
/** Characters as they were simplified before: a text has few different ones. */
const simplified = new Map<string, string>();

/** A character as it is compared, and where in the text it stands. */
export interface NormalisedCharacter {
  readonly character: string;
  /** UTF-16 units: from, and until before. */
  readonly from: number;
  readonly until: number;
}

/**
 * A text as words are compared: of one width (全角, 半角: Unicode NFKC), in small letters without accents, traditional Chinese characters as simplified ones. Character by
 * character, so that what matches can be shown in the text as it was written.
 */
export function normalised(text: string): NormalisedCharacter[] {
  const characters: NormalisedCharacter[] = [];
  let from = 0;
  for (const written of text) {
    const until = from + written.length;
    for (const character of plain(written)) characters.push({ character, from, until });
    from = until;
  }
  return characters;
}

function plain(written: string): string {
  if (written >= ' ' && written <= '~') return written.toLowerCase();
  const compatible = simplified.get(written) ?? simplify(written.normalize('NFKC'));
  simplified.set(written, compatible);
  return compatible.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC').toLowerCase();
}
