import { parse } from 'graphql';
import { expect, it, vi } from 'vitest';
import { randomFrom } from '../../policy/testing/random.js';
import { SchemaChecks } from '../check-schemas.js';
import type { CheckTask } from '../check-task.js';
import type { ComposedPart } from './compose-part.js';
import { changeAtRandom } from './testing/change-at-random.js';
import { smallOperations as operations, smallWorld } from './testing/small-world.js';

const changes = 150;
const firstSeed = 0;

/** What was found and is not told in Chinese. */
const english: string[] = [];
/** What was composed in part, if it was. */
const parts: (ComposedPart | undefined)[] = [];
vi.mock(import('./compose-part.js'), async (original) => {
  const { composePart } = await original();
  return {
    composePart: (...given) => {
      const part = composePart(...given);
      parts.push(part);
      return part;
    },
  };
});

it('what a part says of a change is what all subgraphs composed say of it, of hundreds at random: the same findings, the same operations refused, the same verdict', () => {
  const world = smallWorld();
  const names = Object.values(world).flatMap((sdl) => parse(sdl).definitions.flatMap((definition) => ('name' in definition && definition.name && !definition.name.value.includes('__') && definition.kind.includes('Type') ? [definition.name.value] : [])));
  const checks = new SchemaChecks({ partsFrom: 0 });
  const first = checks.check({ inForce: {}, supergraphInForce: undefined, candidates: world, approved: {}, exceptions: [] });
  expect(first.supergraphSdl, JSON.stringify(first.findings.filter(({ kind }) => kind === 'COMPOSITION'))).toBeDefined();
  const unlike: string[] = [];
  const told = new Set<string>();
  for (let at = 0; at < changes; at += 1) {
    const random = randomFrom(firstSeed + at);
    const owner = random.one(Object.keys(world));
    const sdl = changeAtRandom(world[owner] ?? '', random, names);
    const task: CheckTask = { inForce: world, supergraphInForce: first.supergraphSdl, candidates: { [owner]: sdl }, approved: {}, exceptions: [], operations };
    const [whole, part] = [outcome(() => checks.check(task)), outcome(() => checks.check({ ...task, onlyFindings: true }))];
    if (parts.at(-1)) for (const code of ['REGISTERED_OPERATION_REFUSED', 'CONTRACT_LOST']) if (part.some((line) => line.includes(code))) told.add(code);
    if (difference(whole, part) !== '') unlike.push(`seed ${firstSeed + at}\n${difference((world[owner] ?? '').split('\n'), sdl.split('\n'))}\n${difference(whole, part)}`);
  }
  expect(unlike).toEqual([]);
  expect(english).toEqual([]);
  expect([...told].toSorted()).toEqual(['CONTRACT_LOST', 'REGISTERED_OPERATION_REFUSED']);
  const composed = parts.flatMap((part) => (part ? [part.after.supergraphSdl !== undefined] : []));
  expect(composed.length).toBeGreaterThan(changes / 2);
  expect(composed.filter(Boolean).length).toBeGreaterThan(changes / 10);
  expect(composed.filter((each) => !each).length).toBeGreaterThan(changes / 10);
}, 600_000);

it('an enum of different values that comes to be used as an input is an error, wherever else it is used', () => {
  const world = smallWorld();
  const checks = new SchemaChecks({ partsFrom: 0 });
  const { supergraphSdl: supergraphInForce } = checks.check({ inForce: {}, supergraphInForce: undefined, candidates: world, approved: {}, exceptions: [] });
  const goods = world['goods']?.replace(/extend type Query \{/, '$&\n  counted(colour: Colour): Int @structural') ?? '';
  const task: CheckTask = { inForce: world, supergraphInForce, candidates: { goods }, approved: {}, exceptions: [] };
  const part = outcome(() => checks.check({ ...task, onlyFindings: true }));
  expect(parts.at(-1)?.after.findings).toMatchObject([{ code: 'ENUM_VALUE_MISMATCH' }]);
  expect(difference(outcome(() => checks.check(task)), part)).toBe('');
}, 60_000);

/** What a check came to, its verdict first. */
function outcome(check: () => ReturnType<SchemaChecks['check']>): readonly string[] {
  try {
    const { findings, green, refusedOperations = [] } = check();
    english.push(...findings.filter(({ chinese }) => !/\p{Script=Han}/u.test(chinese.message)).map(({ message }) => message));
    return [String(green), ...[...findings, ...refusedOperations].map((found) => JSON.stringify(found))];
  } catch (error) {
    return [`failed: ${(error as Error).message}`];
  }
}

/** Lines that only one has, whatever their order. */
function difference(before: readonly string[], after: readonly string[]): string {
  const only = (lines: readonly string[], others: readonly string[], mark: string) => lines.filter((line) => !others.includes(line)).map((line) => `${mark} ${line}`);
  return [...only(before, after, '-'), ...only(after, before, '+')].join('\n');
}
