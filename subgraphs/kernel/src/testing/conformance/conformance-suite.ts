import { describe, expect, it } from 'vitest';
import type { Database } from '../../unit-of-work/transaction.js';
import type { SubgraphUnderTest } from '../subgraph-under-test.js';
import { ActUnderTest } from './act-under-test.js';
import { checkActs } from './check-acts.js';
import { checkBadInput } from './check-bad-input.js';
import { checkDesk } from './check-desk.js';
import { checkEntities } from './check-entities.js';
import { checkFilters } from './check-filters.js';
import { checkHiddenRows } from './check-hidden-rows.js';
import { checkHoldings } from './check-holdings.js';
import { checkLists } from './check-lists.js';
import { checkPaging } from './check-paging.js';
import { checkSearched } from './check-searched.js';
import { checkReferences } from './check-references.js';
import { checkSubscriptions, subscriptionsOf } from './check-subscriptions.js';
import { readOracleSchema } from './oracle.js';
import type { ConformanceFixture, EntityFixture, WrittenRow } from './conformance-fixture.js';
import { everyCaller, rowMatrix } from './row-matrix.js';

/**
 * Walks every identity × role × state × field × (own, concerned, region, foreign row), every list, every filter, every
 * subscription and every act, through the subgraph's own address, and compares with what the oracle reads off the terms.
 */
export function conformanceSuite(
  subgraph: () => SubgraphUnderTest<Database>,
  fixture: ConformanceFixture,
): void {
  const schema = readOracleSchema(fixture.sdl);
  const owned = [...schema.types.values()].filter(
    (type) => type.key && type.fields.some((field) => field.name === type.key && field.terms?.owner === fixture.owner),
  );
  const stubs = [...schema.types.values()].filter((type) => type.key && !owned.includes(type));
  const written = new Map<string, WrittenRow[]>();

  describe('conformance with the terms of sharing (5.4.3)', () => {
    it('has a fixture for every entity, every act and every subscription', () => {
      const covered = [...Object.keys(fixture.entities), ...(fixture.except ?? [])].sort();
      expect(covered).toEqual(owned.map(({ name }) => name).sort());
      expect(Object.keys(fixture.acts).sort()).toEqual(
        (schema.types.get('Mutation')?.fields ?? []).map(({ name }) => name).sort(),
      );
      const subscriptions = subscriptionsOf(schema).filter(({ entity }) => !fixture.except?.includes(entity.name));
      expect(Object.keys(fixture.subscriptions ?? {}).sort()).toEqual(subscriptions.map(({ field }) => field.name).sort());
    });

    it('writes the matrix of rows', async () => {
      subgraph().rowsAreWrittenByHand();
      for (const [type, entity] of Object.entries(fixture.entities)) {
        written.set(type, await writeRows(entity));
      }
      for (const rows of written.values()) expect(rows.length).toBeGreaterThan(0);
    }, 240_000);

    for (const caller of everyCaller()) {
      const name = `${caller.identity.name} as ${caller.role}`;
      it(`gives ${name} of every row and field what the terms give, and nothing else`, async () => {
        const mismatches: string[] = [];
        for (const [type, rows] of written) mismatches.push(...(await checkEntities(subgraph(), schema, caller, type, rows)));
        for (const { name: stub } of stubs) mismatches.push(...(await checkEntities(subgraph(), schema, caller, stub, undefined)));
        expect(mismatches).toEqual([]);
      });
      it(`lists and counts for ${name} the rows that are there for it, and filters by what it may read`, async () => {
        const mismatches = [
          ...(await checkLists(subgraph(), schema, caller, written, fixture.partial)),
          ...(await checkFilters(subgraph(), schema, caller, written, fixture.partial)),
        ];
        expect(mismatches).toEqual([]);
      });
      it(`answers ${name} of a row that is hidden as of one that there is not, in the same bytes and by the same statements`, async () => {
        expect(await checkHiddenRows(subgraph(), schema, caller, fixture, written)).toEqual([]);
      });
      it(`tells ${name} of every event of a row that is there for it, each field by its terms, and of no other`, async () => {
        expect(await checkSubscriptions(subgraph(), schema, caller, fixture, written)).toEqual([]);
      }, 240_000);
      it(`lets ${name} do the acts that the terms name, on the rows and from the states that they name`, async () => {
        expect(await checkActs(subgraph(), schema, caller, fixture, writeRows)).toEqual([]);
      }, 240_000);
    }

    it('opens under grants what the holders have granted for the purpose, closes what they have closed, and is as before when both have ended', async () => {
      expect(await checkDesk(subgraph(), schema, fixture, written, stubs.map(({ name }) => name))).toEqual([]);
    }, 300_000);

    it('tells the exchange, and nobody else, how many rows it has of whom', async () => {
      expect(await checkHoldings(subgraph(), written)).toEqual([]);
    });

    it('tells the exchange, and nobody else, what of its rows is searched, each with its stamps, and on which terms', async () => {
      expect(await checkSearched(subgraph(), schema, written)).toEqual([]);
    });

    it('refuses references without a key, or to nothing, each by itself, and goes on', async () => {
      for (const { name, key } of schema.types.values()) if (key) expect(await checkReferences(subgraph(), name, key)).toEqual([]);
    });

    it('refuses pages that no list gives, and cursors of another list, each by its code', async () => {
      expect(await checkPaging(subgraph(), schema)).toEqual([]);
    });

    for (const field of schema.types.get('Mutation')?.fields ?? []) {
      it(`refuses what is wrong in ${field.name} by a code that names the field, in either language, and keeps nothing of it`, async () => {
        const fixtureOfAct = fixture.acts[field.name];
        if (!field.act || !fixtureOfAct) throw new Error(`${field.name} has no terms or no fixture.`);
        const entity = field.act.on === undefined ? undefined : fixture.entities[field.act.on];
        const act = new ActUnderTest(subgraph(), field, field.act, fixtureOfAct, entity);
        expect(await checkBadInput(act, schema, subgraph().database)).toEqual([]);
      }, 300_000);
    }
  });
}

let rowNumber = 0;

async function writeRows(entity: EntityFixture): Promise<WrittenRow[]> {
  const states = [...new Set(entity.paths.flat())];
  const reachedOf = (state: string) => {
    const path = entity.paths.find((candidate) => candidate.includes(state)) ?? [state];
    return path.slice(0, path.indexOf(state) + 1);
  };
  const matrix = rowMatrix(states, reachedOf);
  const written: WrittenRow[] = [];
  // Some at a time: a row may need transactions of its own, and those that wait for a connection give up.
  for (let from = 0; from < matrix.length; from += 8) {
    const some = matrix.slice(from, from + 8);
    written.push(...(await Promise.all(some.map(async (row) => ({ row, key: await entity.insert(row, (rowNumber += 1)) })))));
  }
  return written;
}
