import { plainWidth } from './plain-width.js';

/** At most one space or hyphen, whichever hyphen, where somebody parts digits. */
const gap = '[ \\u00a0\\u2010-\\u2015-]?';
/** +86, 0086, 86, in brackets or not. */
const country = `(?:[(（]?(?:\\+|00)?86[)）]?${gap})`;
/** 010, 02x and three digits from 03xx on; without the 0 behind the code of the country. */
const area = `(?:${country}?[(（]?0(?:10|2\\d|[3-9]\\d{2})[)）]?|${country}(?:10|2\\d|[3-9]\\d{2}))`;
const extension = '(?: ?(?:-|转|分机) ?\\d{1,5})?';

/** Each kind of number, what of it stays to be read in its group, and how many stars stand for the rest. */
const kinds = [
  // Identity (GB 11643): the place stays.
  { pattern: new RegExp(`(?<!\\d)(\\d{6})${gap}\\d{8}${gap}\\d{3}[\\dXx](?![\\dA-Za-z])`, 'g'), stars: 12 },
  { pattern: new RegExp(`(?<!\\d)(${country}?1[3-9]\\d)(?:${gap}\\d{4}${gap}\\d{4}|${gap}\\d{3}${gap}\\d{5})(?!\\d)`, 'g'), stars: 8 },
  { pattern: new RegExp(`(?<!\\d[.-]?)(${area})${gap}[2-9]\\d{2,3}${gap}\\d{4}${extension}(?!\\d)`, 'g'), stars: 8 },
  // Without the code of its area a number is known by the word before it only.
  { pattern: new RegExp(`(?<=(?:电话|座机|致电)[:：]? ?)([2-9]\\d)\\d{1,2}${gap}\\d{4}${extension}(?!\\d)`, 'g'), stars: 6 },
] as const;

/** No kind of number has fewer digits. */
const sevenDigits = /(?:[\d０-９][^\d０-９]*){7}/;

/** Makes telephone and identity numbers in a text unreadable but for their first digits, 138********; in whatever width and however parted. The rest of the text stays as it is. */
export function personalNumbers(text: string): string {
  if (!sevenDigits.test(text)) return text;
  return kinds.reduce((current, { pattern, stars }) => {
    const plain = plainWidth(current); // character for character, so that places are the same
    let masked = '';
    let end = 0;
    for (const match of plain.matchAll(pattern)) {
      masked += `${current.slice(end, match.index)}${match[1] ?? ''}${'*'.repeat(stars)}`;
      end = match.index + match[0].length;
    }
    return masked + current.slice(end);
  }, text);
}
