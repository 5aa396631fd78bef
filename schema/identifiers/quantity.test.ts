import { describe, expect, it } from 'vitest';
import { units } from '../code-lists/units.js';
import { randomFrom } from '../policy/testing/random.js';
import { readQuantity } from './quantity.js';

describe('a quantity with its unit (量值)', () => {
  it.each([
    ['0.50mg/kg', '0.50', 'mg/kg'],
    ['12 \u00b5g/kg', '12', 'ug/kg'],
    ['12 μg/kg', '12', 'ug/kg'],
    ['-18.0 ℃', '-18.0', 'Cel'],
    ['−5 Cel', '-5', 'Cel'],
    ['100 g/100g', '100', 'g/(100.g)'],
    ['3%', '3', '%'],
    ['12.5%vol', '12.5', '%{vol}'],
    ['70 CFU/g', '70', '[CFU]/g'],
    ['1.5 N·m', '1.5', 'N.m'],
    ['999999999999999.000000000001 mA', '999999999999999.000000000001', 'mA'],
  ])('%s', (written, value, unit) => {
    expect(readQuantity(written)).toEqual({ value, unit, text: `${value} ${unit}` });
  });

  it.each([
    ['0.5', 'FORM'],
    ['', 'FORM'],
    ['mg', 'FORM'],
    ['1e3 mg', 'UNIT'],
    ['<0.5 mg/kg', 'FORM'],
    ['0,5 mg', 'UNIT'],
    ['.5 mg', 'FORM'],
    ['0.5 furlong', 'UNIT'],
    ['0.5 MG/KG', 'UNIT'],
  ])('%s is refused: %s', (written, problem) => {
    expect(readQuantity(written)).toBe(problem);
  });

  it('keeps every digit as it was written, and reads its own form as itself', () => {
    const random = randomFrom(7);
    for (let round = 0; round < 2_000; round += 1) {
      const { code, symbol } = random.one([...units.values()]);
      const decimals = random.below(12);
      const value = `${random.chance(0.2) ? '-' : ''}${random.below(2 ** 31)}${decimals === 0 ? '' : `.${String(random.below(10 ** 6)).padStart(decimals, '0')}`}`;
      const read = readQuantity(`${value}${random.one([' ', ''])}${random.one([code, symbol])}`);
      expect(read).toEqual({ value, unit: code, text: `${value} ${code}` });
      expect(readQuantity(`${value} ${code}`)).toEqual(read);
    }
  });

  it('has units of which no two are written alike', () => {
    const written = [...units.values()].flatMap(({ code, symbol }) => [...new Set([code, symbol])]);
    expect(written).toHaveLength(new Set(written).size);
  });
});
