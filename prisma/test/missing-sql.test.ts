import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { missingSql } from '../diff/missing-sql.js';
import { query } from './query.js';

const things = join(dirname(fileURLToPath(import.meta.url)), 'fixtures', 'things');
const { adminUrl } = inject('testDatabases');
let scratch: string;

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hub-schema-'));
});
afterEach(async () => {
  await query(adminUrl, 'DROP DATABASE IF EXISTS scratch_things');
  await rm(scratch, { recursive: true, force: true });
});

async function missing(schema: string, migrationsDir = join(things, 'migrations')): Promise<string> {
  await writeFile(join(scratch, 'schema.prisma'), schema);
  const urlFor = (database: string) => Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href;
  return missingSql({ owner: 'scratch_things', schemaDir: scratch, migrationsDir, urlFor });
}

const schema = () => readFile(join(things, 'schema.prisma'), 'utf8');

test('nothing is missing where migrations and schema agree, whatever else the migrations hold', async () => {
  expect(await missing(await schema())).toBe('');
});

test('a new model is the SQL that makes its table, and nothing else', async () => {
  const sql = await missing(`${await schema()}\nmodel Lot {\n  id BigInt @id @default(autoincrement())\n  @@map("lot")\n}\n`);
  expect(sql).toContain('CREATE TABLE "lot"');
  expect(sql.match(/^(CREATE|ALTER|DROP) /gm)).toEqual(['CREATE ']);
});

test('a model may stand in a file of its subject beside schema.prisma', async () => {
  await writeFile(join(scratch, 'lots.prisma'), 'model Lot {\n  id BigInt @id @default(autoincrement())\n  @@map("lot")\n}\n');
  expect((await missing(await schema())).match(/^(CREATE|ALTER|DROP) .*/gm)).toEqual(['CREATE TABLE "lot" (']);
});

test('a new owner begins with everything', async () => {
  const sql = await missing(await schema(), join(scratch, 'none-yet'));
  expect(sql).toContain('CREATE TYPE "color"');
  expect(sql).toContain('CREATE TABLE "thing"');
});

test('a schema that is wrong is refused with the line', async () => {
  await expect(missing(`${await schema()}\nmodel Lot {\n  id Nonsense @id\n}\n`)).rejects.toThrow(/Nonsense/);
});
