import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanOf } from './mean-of.js';
import { roundDecimal } from './round-decimal.js';
import { roundQuotient } from './round-quotient.js';

const whole = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
const above = fc.bigInt({ min: 1n, max: 10n ** 12n });
const places = fc.integer({ min: 0, max: 8 });
/** Digits and places of a decimal number, and the number as it is written. */
const decimal = fc.record({ digits: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), behind: fc.integer({ min: 0, max: 12 }) }).map(({ digits, behind }) => {
  const written = String(digits < 0n ? -digits : digits).padStart(behind + 1, '0');
  return { digits, behind, text: `${digits < 0n ? '-' : ''}${behind === 0 ? written : `${written.slice(0, -behind)}.${written.slice(-behind)}`}` };
});
const sizeOf = (number: bigint) => (number < 0n ? -number : number);
const scaledOf = (text: string) => BigInt(text.replace('.', ''));

/** All whole numbers near a quotient are tried: the nearest, and of two that are as near the even one. */
function nearest(numerator: bigint, denominator: bigint): bigint {
  const around = [-2n, -1n, 0n, 1n, 2n].map((step) => numerator / denominator + step);
  const distance = (candidate: bigint) => sizeOf(candidate * denominator - numerator);
  const least = around.map(distance).reduce((a, b) => (b < a ? b : a));
  const found = around.filter((candidate) => distance(candidate) === least);
  return found.find((candidate) => found.length === 1 || candidate % 2n === 0n) ?? 0n;
}

test('a quotient is rounded to the nearest, and from the middle to the even digit (GB/T 8170, 3.2)', () => {
  fc.assert(fc.property(whole, above, places, (numerator, denominator, to) => {
    expect(scaledOf(roundQuotient(numerator, denominator, to))).toBe(nearest(numerator * 10n ** BigInt(to), denominator));
  }));
});

test('so is what lies in the middle itself, on either side of zero', () => {
  fc.assert(fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), places, (kept, to) => {
    const rounded = scaledOf(roundQuotient(2n * kept + 1n, 2n * 10n ** BigInt(to), to));
    expect(rounded).toBe(nearest(2n * kept + 1n, 2n));
    expect(rounded % 2n).toBe(0n);
  }));
});

test('a decimal number is rounded so, and written with as many places', () => {
  fc.assert(fc.property(decimal, places, ({ digits, behind, text }, to) => {
    const rounded = roundDecimal(text, to);
    if (behind <= to) {
      expect(rounded).toBe(text);
    } else {
      expect(rounded.split('.')[1]?.length ?? 0).toBe(to);
      expect(scaledOf(rounded)).toBe(nearest(digits, 10n ** BigInt(behind - to)));
    }
  }));
});

test('a mean is rounded once, from the sum', () => {
  fc.assert(fc.property(fc.array(decimal, { minLength: 1, maxLength: 9 }), places, (decimals, to) => {
    const sum = decimals.reduce((total, { digits, behind }) => total + digits * 10n ** BigInt(12 - behind), 0n);
    const mean = meanOf(decimals.map(({ text }) => text), to);
    expect(scaledOf(mean)).toBe(nearest(sum * 10n ** BigInt(to), BigInt(decimals.length) * 10n ** 12n));
  }));
  // Rounded to one place first, it would come to 0.2.
  expect(meanOf(['0.1499', '0.1493'], 1)).toBe('0.1');
});
