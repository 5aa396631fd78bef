import { randomUUID } from 'node:crypto';
import { connect } from '@hub/prisma/clients/connect.js';
import { PrismaClient } from '@hub/prisma/regulator/generated/client.js';
import { cloneDatabase, type ClonedDatabase } from '@hub/prisma/test-databases/clone-database.js';
import type { NumberedKind } from '@hub/schema/code-lists/number-series.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeNumber, takeNumbers } from '../src/numbers/take-numbers.js';

let clone: ClonedDatabase;
let database: PrismaClient;
beforeAll(async () => {
  clone = await cloneDatabase('regulator');
  database = connect(PrismaClient, clone.url);
});
afterAll(async () => {
  await database.$disconnect();
  await clone.drop();
});

const at = new Date('2026-06-30T04:00:00Z');
const party = async (regionCode = '330000') => {
  const id = randomUUID();
  await database.$executeRaw`INSERT INTO kernel.participant (id, kind, name, region_code, state) VALUES (${id}, 'REGULATOR', ${id}, ${regionCode}, 'ACTIVE')`;
  return id;
};
const rule = (holder: string, kind: NumberedKind, pattern: string, beginsAt: string) =>
  database.$executeRaw`INSERT INTO kernel.number_pattern (id, holder, kind, pattern, begins_at) VALUES (${randomUUID()}, ${holder}, ${kind}, ${pattern}, ${beginsAt}::timestamptz)`;
const next = (holder: string, kind: NumberedKind = 'MONITORING_PLAN', when = at) => takeNumber(database, kind, { holder, at: when });

describe('a business number (编号)', () => {
  it('is counted for each party, kind and year by itself: what others issue moves nothing', async () => {
    const [one, other] = [await party(), await party()];
    expect([await next(one), await next(other), await next(one), await next(one, 'HAZARD_HANDLING')]).toEqual(['JH-2026-000001', 'JH-2026-000001', 'JH-2026-000002', 'YH-2026-000001']);
    // The year of the act, in Shanghai.
    expect(await next(one, 'MONITORING_PLAN', new Date('2026-12-31T16:00:00Z'))).toBe('JH-2027-000001');
    expect(await next(one)).toBe('JH-2026-000003');
  });

  it('is dense where many take some at once and some of them fail in the end', async () => {
    const holder = await party();
    const taken: string[] = [];
    const acts = Array.from({ length: 60 }, (_, act) =>
      database
        .$transaction(async (tx) => {
          const numbers = await takeNumbers(tx, 'MONITORING_PLAN', { holder, at }, 1 + (act % 2));
          if (act % 4 === 3) throw new Error('it fails after it has its number');
          return numbers;
        }, { maxWait: 30_000, timeout: 30_000 })
        .then((numbers) => taken.push(...numbers), () => undefined),
    );
    await Promise.all(acts);
    expect(taken.sort()).toEqual(Array.from({ length: taken.length }, (_, index) => `JH-2026-${String(index + 1).padStart(6, '0')}`));
    expect(taken.length).toBeGreaterThan(45);
  });

  it('follows the rule that the party has set, from when it begins; counting goes on', async () => {
    const [holder, other] = [await party('330100'), await party()];
    await rule(holder, 'MONITORING_PLAN', '{prefix}{region}{year}{seq:5}', '2026-03-01');
    await rule(holder, 'MONITORING_PLAN', '浙市监〔{year}〕{seq}号', '2026-07-01');
    const on = (day: string) => next(holder, 'MONITORING_PLAN', new Date(`${day}T04:00:00Z`));
    expect([await on('2026-02-01'), await on('2026-03-01'), await on('2026-06-30'), await on('2026-07-01')]).toEqual(['JH-2026-000001', 'JH330100202600002', 'JH330100202600003', '浙市监〔2026〕4号']);
    expect(await next(other)).toBe('JH-2026-000001');
    expect(await next(holder, 'RETEST')).toBe('FJ-2026-000001');
  });

  it('goes on from one year to the next where its rule does not name the year; of two rules from the same time the one told last counts', async () => {
    const holder = await party();
    await rule(holder, 'PUBLIC_NOTICE', '甲{year}{seq}', '2026-01-01');
    await rule(holder, 'PUBLIC_NOTICE', '公告第{seq}号', '2026-01-01');
    expect([await next(holder, 'PUBLIC_NOTICE'), await next(holder, 'PUBLIC_NOTICE', new Date('2027-06-30T04:00:00Z'))]).toEqual(['公告第1号', '公告第2号']);
  });

  it('tells nothing where competitors read it: it is drawn', async () => {
    const holder = await party('330100');
    await rule(holder, 'RESULT_NOTICE', '{region}{random}', '2026-01-01');
    const [before = ''] = await takeNumbers(database, 'RESULT_NOTICE', { holder: await party(), at }, 1);
    expect(before).toMatch(/^GZ-2026-[0-9A-HJKMNP-TV-Z]{10}$/);
    const numbers = await takeNumbers(database, 'RESULT_NOTICE', { holder, at }, 100);
    for (const number of numbers) expect(number).toMatch(/^330100[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(new Set(numbers).size).toBe(100);
    expect(numbers).not.toEqual(numbers.toSorted());
    expect(await database.$queryRaw`SELECT 1 FROM kernel.number_count WHERE holder = ${holder}`).toEqual([]);
  });
});
