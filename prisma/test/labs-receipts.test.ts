import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../migrate/migrate.js';
import { migrationsDirOf } from '../migrate/migrations-dir-of.js';
import { cloneDatabase, type ClonedDatabase } from '../test-databases/clone-database.js';
import { query } from './query.js';

let database: ClonedDatabase;
let migrationsDir: string;
beforeAll(async () => {
  database = await cloneDatabase('labs');
  migrationsDir = await mkdtemp(join(tmpdir(), 'hub-migrations-'));
  await query(database.url, 'DROP SCHEMA public CASCADE');
  await query(database.url, 'CREATE SCHEMA public');
});
afterAll(async () => {
  await database.drop();
  await rm(migrationsDir, { recursive: true, force: true });
});

const add = async (name: string) => {
  await cp(join(migrationsDirOf('labs'), name), join(migrationsDir, name), { recursive: true });
  await migrate({ url: database.url, owner: 'labs', migrationsDir });
};

test('a lab that issued reports before receipts were kept has its samples, reported or expected, and its reports as before', async () => {
  await add('20261122000000_first');
  await query(
    database.url,
    `INSERT INTO commission_acceptance (id, number, center_id, agreed_due_at, test_items, samples, blind, received_at, cause, answered, holder, concerned, state, reached)
     SELECT id, id, 'center', now(), '[]', samples::jsonb, true, '2026-01-01Z', 'x:y', '{"at":"2026-01-02T00:00:00Z"}', 'lab-1', ARRAY['center'], state, ARRAY[state]
     FROM (VALUES
       ('open', 'ACCEPTED', '[{"id":"s1","blindNumber":"MY-1","productKind":"k","quantity":2},{"id":"s2","blindNumber":"MY-2","productKind":"k","quantity":1}]'),
       ('declined', 'DECLINED', '[{"id":"s3","blindNumber":"MY-3","productKind":"k","quantity":1}]')) AS c (id, state, samples)`,
  );
  await query(
    database.url,
    `INSERT INTO inspection_report (id, document, version, number, commission_id, sample_id, results, conclusion, issued_at, signature, prepared_by, reviewed_by, approved_by, holder, concerned, state, reached)
     VALUES ('r', 'r', 1, 'BG-1', 'open', 's1', '[{"itemCode":"LEAK","itemName":"泄漏电流","standardNumber":"GB 4706.1","standardVersion":"2005","clause":"13","limitKind":"MAXIMUM","limit":"0.75","measured":"0.9","unit":"mA","verdict":"NONCONFORMING"}]',
       'NONCONFORMING', '2026-01-03Z', 'a.b.c', 'p', 'q', 'r', 'lab-1', ARRAY['center'], 'ISSUED', ARRAY['ISSUED'])`,
  );
  await add('20261126212000_receipts_failures_and_versions');

  const receipts = await query(database.url, 'SELECT sample_id, blind_number, quantity, state, holder, expected_since FROM sample_receipt ORDER BY sample_id');
  expect(receipts).toEqual([
    { sample_id: 's1', blind_number: 'MY-1', quantity: 2, state: 'REPORTED', holder: 'lab-1', expected_since: new Date('2026-01-02T00:00:00Z') },
    { sample_id: 's2', blind_number: 'MY-2', quantity: 1, state: 'EXPECTED', holder: 'lab-1', expected_since: new Date('2026-01-02T00:00:00Z') },
  ]);
  const [report] = await query(
    database.url,
    'SELECT r.results, r.prepared_at, r.signature, r.revision, s.sample_id FROM inspection_report r JOIN sample_receipt s ON s.id = r.receipt_id',
  );
  expect(report).toEqual({
    sample_id: 's1',
    prepared_at: new Date('2026-01-03T00:00:00Z'),
    signature: 'a.b.c',
    revision: 1,
    results: [
      {
        itemCode: 'LEAK',
        itemName: '泄漏电流',
        standardNumber: 'GB 4706.1',
        standardVersion: '2005',
        clause: '13',
        subcontractedTo: null,
        verdict: 'NONCONFORMING',
        failure: null,
        subItems: [
          {
            name: null,
            basis: { kind: 'STANDARD', reference: 'GB 4706.1-2005 13' },
            limitKind: 'MAXIMUM',
            limit: '0.75',
            unit: 'mA',
            rounding: 'FULL_VALUE',
            decisionRule: 'SIMPLE_ACCEPTANCE',
            verdict: 'NONCONFORMING',
            judgement: null,
            specimens: [{ specimen: null, measured: '0.9', uncertainty: null, verdict: 'NONCONFORMING' }],
          },
        ],
      },
    ],
  });
});
