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

  // Found online; whether they pass was computed elsewhere. The copy is of plain code values.
  const columns = (line: string, check: number, organisation: number) => [line.split(',')[0], line.split(',')[check], line.split(',')[organisation]];
  const copy = new URL('uscc-examples.csv', import.meta.url);
  const original = new URL('../../../shared/data/uscc_examples/uscc_examples.csv', import.meta.url);
  const files: [name: string, read: () => (string | undefined)[][]][] = [
    ['the copy', () => linesOf(copy).map((line) => columns(line, 1, 2))],
    ...(existsSync(original) ? [['the original', () => linesOf(original).map((line) => columns(line, 2, 3))] as [string, () => (string | undefined)[][]]] : []),
  ];
  it.each(files)('of 258 codes found in public passes 256 times, and fails as computed elsewhere: %s', (_name, read) => {
    const rows = read();
    const wrong = rows.filter(([code = '', check, organisation]) => (usccProblem(code) === undefined) !== (check === 'true' && organisation === 'true'));
    expect(rows).toHaveLength(258);
    expect(wrong).toEqual([]);
    expect(rows.filter(([code = '']) => usccProblem(code) !== undefined).map(([code]) => code).sort()).toEqual(['91350203M0001QAY9B', '91350211M00013FA1N']);
  });
});

function linesOf(file: URL): string[] {
  return readFileSync(file, 'utf8').trimEnd().split(/\r?\n/).slice(1);
}
