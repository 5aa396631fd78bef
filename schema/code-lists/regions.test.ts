import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Entry = [code: string, name: string, current: 0 | 1, successors?: string[]];

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const regions = readJson('./regions.json') as Entry[];
const byCode = new Map(regions.map((entry) => [entry[0], entry]));
const original = '../../../shared/data/cn_division_codes/';

describe('the code list of regions (GB/T 2260)', () => {
  it('has each code once, in order, and every successor is a code of the list', () => {
    expect(regions).toHaveLength(7229);
    expect(regions.filter(([, , current]) => current === 1)).toHaveLength(3214);
    expect(regions.map(([code]) => code)).toEqual([...byCode.keys()].sort());
    expect(regions.filter(([code, name]) => !/^\d{6}$/.test(code) || name === '')).toEqual([]);
    for (const [code, , current, successors = []] of regions) {
      if (current === 1) expect(successors).toEqual([]);
      expect(successors).not.toContain(code);
      for (const successor of successors) expect(byCode.has(successor), `${successor}, successor of ${code}`).toBe(true);
    }
  });

  it('knows what Hangzhou changed in 2021', () => {
    expect(['330105', '330113', '330114', '330103', '330104'].map((code) => byCode.get(code))).toEqual([
      ['330105', '拱墅区', 1],
      ['330113', '临平区', 1],
      ['330114', '钱塘区', 1],
      ['330103', '下城区', 0, ['330105']],
      ['330104', '江干区', 0, ['330102', '330114']],
    ]);
  });

  it.runIf(existsSync(new URL(`${original}current.json`, import.meta.url)))('follows its source', () => {
    const [current, history, successors] = ['current', 'history', 'successors'].map((name) => readJson(`${original}${name}.json`)) as [
      Record<string, string>,
      Record<string, string>,
      Record<string, string[]>,
    ];
    const expected = Object.keys(history).map((code) => {
      const inForce = current[code] !== undefined;
      const others = [...successorsOf(code)].filter((other) => other !== code).sort();
      return [code, current[code] ?? history[code], inForce ? 1 : 0, ...(inForce || others.length === 0 ? [] : [others])];
    });
    expect(regions).toEqual(expected.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
    expect(Object.keys(current).filter((code) => !history[code] && !/^8[123]/.test(code))).toEqual([]);

    function successorsOf(code: string): Set<string> {
      return new Set((successors[code] ?? []).flatMap((other) => (other in history ? [other] : [...successorsOf(other)])));
    }
  });
});
