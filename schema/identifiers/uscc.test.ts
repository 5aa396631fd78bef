import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { usccProblem } from './uscc.js';

describe('a unified social credit code (GB 32100-2015)', () => {
  it.each(['91110000600037341L', '91310110666007217T', '91440300MA5F7YRE78'])('passes: %s', (code) => {
    expect(usccProblem(code)).toBeUndefined();
  });

  it.each([
    ['91350211M00013FA1N', 'CHECK'],
    ['91110000600037341M', 'CHECK'],
    ['91110000600037342P', 'ORGANISATION_CHECK'],
    ['9111000060003734', 'LENGTH'],
    ['91110000600037341l', 'CHARACTER'],
    ['9111000060003734IL', 'CHARACTER'],
    ['91A10000600037341L', 'REGION'],
    ['', 'LENGTH'],
  ])('fails: %s, because of %s', (code, problem) => {
    expect(usccProblem(code)).toBe(problem);
  });

  const examples = new URL('../../../shared/data/uscc_examples/uscc_examples.csv', import.meta.url);
  it.skipIf(!existsSync(examples))('of 258 codes found in public passes or fails as computed elsewhere', () => {
    const rows = readFileSync(examples, 'utf8').trimEnd().split(/\r?\n/).slice(1).map((line) => line.split(','));
    const wrong = rows.filter(([code = '', , check, organisation]) => {
      const passes = check === 'true' && organisation === 'true';
      return (usccProblem(code) === undefined) !== passes;
    });
    expect(rows).toHaveLength(258);
    expect(wrong).toEqual([]);
  });
});
