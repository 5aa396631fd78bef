import { codeEntry } from '@hub/schema/code-lists/code-list.js';
import { expect, it } from 'vitest';
import { harmLevel } from './harm-level.js';

const now = new Date('2026-03-10T00:00:00Z');
const unheard = { codeLists: { entriesOf: () => undefined }, now };
const line = (table: string, levels: string[], more: object = {}) =>
  codeEntry({ code: 'OVER_1_IN_100', zh: '大于 1/100', en: 'more often than 1 in 100', properties: [{ name: 'table', values: [table] }, { name: 'levels', values: levels }], ...more });
const entries = [line('2025-1', ['LOW', 'LOW', 'LOW', 'LOW'], { validTo: '2026-03-10' }), line('2026-2', ['HIGH', 'HIGH', 'HIGH', 'SERIOUS'], { validFrom: '2026-03-10' })];
const published = { codeLists: { entriesOf: (_list: string, code: string) => entries.filter((entry) => entry.code === code) }, now };

it('harm is read from the table that is published and in force today, and names it; from the one that came with the hub where none was heard of (5.1.2)', () => {
  expect(harmLevel(1, 'OVER_1_IN_100', unheard)).toEqual({ level: 'MEDIUM', tableVersion: '2026-1' });
  expect(harmLevel(1, 'OVER_1_IN_100', published)).toEqual({ level: 'HIGH', tableVersion: '2026-2' });
  expect(harmLevel(4, 'OVER_1_IN_100', { ...published, now: new Date('2026-03-09T00:00:00Z') })).toEqual({ level: 'LOW', tableVersion: '2025-1' });
  for (const severity of [0, 5, 1.5]) expect(() => harmLevel(severity, 'OVER_1_IN_100', published)).toThrow('VALUE_INVALID');
});
