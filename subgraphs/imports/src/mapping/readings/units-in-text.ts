const words: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 };

const number = String.raw`(?<number>\d[\d,]*(?:\.\d+)?|${Object.keys(words).join('|')})(?![\w-])(?<million>\s+million)?`;
const qualifiers = String.raw`(?:(?:an?|about|approximately|approx\.?|nearly|almost|more than|over|up to|at least|additional|another)\s+)*`;
/** A quantity at the start of a text, or joined to one before it by "and", a comma or a semicolon. */
const joined = new RegExp(String.raw`(?:^|[,;]\s+(?:and\s+)?|\band\s+|\bplus\s+)${qualifiers}${number}`, 'giu');
/** A quantity anywhere. */
const anywhere = new RegExp(String.raw`(?<![\w.,])${number}`, 'giu');

/** Largest value of Int in GraphQL. */
const largest = 2_147_483_647;

/**
 * The number of units that a text such as "About 3,500 in the United States and 150 in Canada" tells: the sum of what the
 * notice itself concerns, wherever it was sold. A remark in brackets counts only where it adds sales elsewhere ("in addition,
 * about 40 were sold in Canada"), not where it tells of earlier recalls, of pieces in a package, or of a part of the whole.
 *
 * @returns undefined where the text tells no number
 */
export function unitsInText(text: string): number | undefined {
  const remarks = [...text.matchAll(/\(([^)]*)\)?/g)].map((match) => match[1] ?? '');
  const whole = text.replaceAll(/\([^)]*\)?/g, ' ');
  const told = countsIn(whole, joined);
  // "GE manufactured 3.1 million of these": the first number that is no year.
  const counts = [...(told.length > 0 ? told : countsIn(whole, anywhere).slice(0, 1)), ...remarks.flatMap(salesElsewhere)];
  const sum = Math.round(counts.reduce((total, count) => total + count, 0));
  return counts.length > 0 && sum <= largest ? sum : undefined;
}

function salesElsewhere(remark: string): number[] {
  return remark
    .split(/\.\s+(?=[A-Z])/)
    .filter((sentence) => /\b(in addition|additional(ly)?)\b|^\s*(and|plus)\b/i.test(sentence) && !/\brecalled\b/i.test(sentence))
    .flatMap((sentence) => countsIn(sentence.replace(/^.*?\b(?:in addition,?|additional(?:ly,?)?)\s*/i, ''), joined));
}

function countsIn(part: string, quantity: RegExp): number[] {
  return [...part.trim().matchAll(quantity)].flatMap(({ groups, index }) => {
    const { number = '', million } = groups ?? {};
    const value = words[number.toLowerCase()] ?? Number(number.replaceAll(',', ''));
    // "and 2005" names a model or a month; a year at the very start would be a quantity.
    const year = index > 0 && /^(?:19|20)\d\d$/.test(number) && !million;
    const spelled = number.toLowerCase() in words && !million;
    return year || spelled ? [] : [million ? value * 1_000_000 : value];
  });
}
