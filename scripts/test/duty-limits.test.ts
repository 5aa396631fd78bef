import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dutyLimits, type DutyLimit } from '@hub/schema/code-lists/duty-limits.js';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const textsUnder = (folder: string, pattern: RegExp) =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file) && !/\.test\.ts$|(^|\/)(dist|generated|testing|node_modules)\//.test(file))
    .map((file) => readFileSync(`${root}/${folder}/${file}`, 'utf8'));
const limits: readonly (readonly [string, DutyLimit])[] = Object.entries(dutyLimits);

/** The coordinates of all fields of the contract. */
const coordinates = new Set(
  textsUnder('schema/sdl', /\.graphql$/).flatMap((text) =>
    parse(text).definitions.flatMap((definition) =>
      definition.kind === 'ObjectTypeDefinition' ? (definition.fields ?? []).map((field) => `${definition.name.value}.${field.name.value}`) : [],
    ),
  ),
);

describe('the limits of duties (时限, 5.4.3 b)', () => {
  it('are of duties that some owner opens and closes; that each kind has one is seen to by the compiler', () => {
    const code = textsUnder('subgraphs', /^[\w-]+\/src\/.+\.ts$/).join('\n');
    expect(limits.map(([kind]) => kind).filter((kind) => !new RegExp(`'${kind}'|^ {2}${kind}: \\{ role:`, 'm').test(code))).toEqual([]);
  });

  it('begin with an event that is emitted, and leave to a field of the contract what a document agrees', () => {
    const table = readFileSync(`${root}/gateway/docs/adr/0001-ownership-of-the-process.md`, 'utf8');
    expect(limits.filter(([, { from }]) => !new RegExp(`\\b${from}\\b`).test(table))).toEqual([]);
    expect(limits.filter(([, { agreed }]) => agreed !== null && !coordinates.has(agreed))).toEqual([]);
    expect(limits.filter(([, { within, agreed }]) => within === null && agreed === null)).toEqual([]);
  });

  it('are told in good time: due soon before it is due, and passed on after it was', () => {
    const hours = ({ amount, unit }: { amount: number; unit: string }) => amount * (unit === 'HOUR' ? 1 : 24);
    for (const [kind, { within, dueSoon, escalation }] of limits) {
      expect(hours(dueSoon), kind).toBeGreaterThan(0);
      if (within !== null) expect(hours(dueSoon), kind).toBeLessThan(hours(within));
      if (escalation) expect(hours(escalation.after), kind).toBeGreaterThan(0);
    }
  });

  it('are passed on by something else, which they name, where they are not escalated', () => {
    const code = textsUnder('subgraphs', /^[\w-]+\/src\/.+\.ts$/).join('\n');
    const passedOnBy = limits.filter(([, { escalation }]) => escalation === null).map(([kind, { passedOn = '' }]) => ({ kind, by: /\((\w+)\)/.exec(passedOn)?.[1] ?? '' }));
    expect(passedOnBy.length).toBeGreaterThan(0);
    for (const { kind, by } of passedOnBy) expect([kind, by !== '' && code.includes(`'${by}'`)]).toEqual([kind, true]);
    expect(limits.filter(([, { escalation, passedOn }]) => escalation !== null && passedOn !== undefined)).toEqual([]);
  });
});
