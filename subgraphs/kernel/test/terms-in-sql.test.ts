import { connect } from '@hub/prisma/clients/connect.js';
import { PrismaClient, type Prisma } from '@hub/prisma/monitoring-center/generated/client.js';
import { cloneDatabase, type ClonedDatabase } from '@hub/prisma/test-databases/clone-database.js';
import { verdictOf } from '@hub/kernel/testing/conformance/oracle.js';
import { applicableClauses } from '@hub/schema/policy/decision/applicable-clauses.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import { decisionsFor, type KeptDecisions } from '@hub/schema/policy/decision/decisions-for.js';
import { decisionsOn } from '@hub/schema/policy/decision/desk-decisions.js';
import { nothing, rowScope } from '@hub/schema/policy/decision/row-scope.js';
import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import { randomFrom } from '@hub/schema/policy/testing/random.js';
import { randomCaller, randomDecisions, randomField, randomNow, randomStamps, randomTerms } from '@hub/schema/policy/testing/random-terms.js';
import type { FieldTerms } from '@hub/schema/policy/terms/vocabulary.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { oracleCaller, oracleDesk, oracleTerms } from './as-the-oracle-sees.js';

let clone: ClonedDatabase;
let database: PrismaClient;
const rows = new Map<string, Stamps>();

/** Monitoring data, because its table carries every stamp. */
beforeAll(async () => {
  clone = await cloneDatabase('monitoring-center');
  database = connect(PrismaClient, clone.url, { application: 'terms in SQL' });
  const random = randomFrom(5_4_3);
  for (let number = 0; number < 120; number += 1) {
    // This table knows the seller's region of every row.
    const row = { ...randomStamps(random), sellerRegion: random.one(['330100', '330105', '310115']) };
    rows.set(`row-${number}`, row);
  }
  await database.monitoringData.createMany({ data: [...rows].map(([id, row]) => dataOf(id, row)) });
});
afterAll(async () => {
  await database.$disconnect();
  await clone.drop();
});

function dataOf(id: string, row: Stamps): Prisma.MonitoringDataCreateManyInput {
  return {
    id,
    number: id,
    sampleId: id,
    planId: 'plan',
    reportId: 'report',
    productName: 'kettle',
    conclusion: 'NONCONFORMING',
    failedItems: [],
    platformId: 'platform-1',
    listingItemId: 'item',
    shopName: 'shop',
    merchantName: 'merchant',
    compiled: {},
    stateSince: new Date(),
    ...row,
    sellerRegion: row.sellerRegion ?? '',
    concerned: [...row.concerned],
    reached: [...row.reached],
  };
}

/** As the lists do it: the scope beside other conditions, before LIMIT and count. */
async function found(terms: FieldTerms, caller: Caller, kept: KeptDecisions = { grants: new Map(), closings: [] }): Promise<string[]> {
  const decisions = decisionsOn(randomField, decisionsFor(kept, caller, randomNow, false));
  const scope = rowScope(applicableClauses(terms, caller, decisions), caller);
  const where = { AND: [scope, {}, { productName: 'kettle' }] } as Prisma.MonitoringDataWhereInput;
  const [page, count] = await Promise.all([
    database.monitoringData.findMany({ where, select: { id: true } }),
    database.monitoringData.count({ where: { AND: [where, { OR: [{ planId: 'plan' }, { planId: 'another' }] }] } }),
  ]);
  expect(count).toBe(page.length);
  return page.map(({ id }) => id).sort();
}

it('finds in PostgreSQL the rows that the oracle opens, for hundreds of terms, callers, grants and closings', async () => {
  const disagreements: string[] = [];
  let some = 0;
  for (let seed = 1; seed <= 400; seed += 1) {
    const random = randomFrom(seed);
    const [terms, caller, kept] = [randomTerms(random), randomCaller(random), randomDecisions(random)];
    const expected = [...rows].filter(([, row]) => verdictOf(oracleTerms(terms), oracleCaller(caller), row, oracleDesk(kept)) !== 'DENIED').map(([id]) => id);
    if (expected.length > 0 && expected.length < rows.size) some += 1;
    const ids = await found(terms, caller, kept);
    if (JSON.stringify(ids) === JSON.stringify(expected.sort())) continue;
    disagreements.push(`seed ${seed}: ${ids.length} rows, ${expected.length} by the oracle: ${JSON.stringify({ terms, caller })}`);
  }
  expect(disagreements.slice(0, 3)).toEqual([]);
  expect(some).toBeGreaterThan(50);
}, 120_000);

it('finds nothing for an audience of nobody, however the condition is nested', async () => {
  const caller = randomCaller(randomFrom(1));
  const nobody: FieldTerms = { owner: 'here', terms: 'nobody', class: 'UNCONDITIONAL', audience: [] };
  expect(await found(nobody, caller)).toEqual([]);
  const scope = nothing as Prisma.MonitoringDataWhereInput;
  for (const where of [scope, { AND: [scope] }, { AND: [{ AND: [scope] }, { planId: 'plan' }] }, { OR: [scope, { AND: [scope] }] }]) {
    expect(await database.monitoringData.count({ where })).toBe(0);
  }
  expect(await database.monitoringData.count({ where: { AND: [{ OR: [] }] } }), 'Prisma no longer drops an empty OR inside an AND; the comment at `nothing` is out of date').toBe(rows.size);
});
