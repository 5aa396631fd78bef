import type { RiskInformation } from '@hub/prisma/monitoring-center/generated/client.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { takeNumbers, type Numbered } from '@hub/kernel/numbers/take-numbers.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { RiskInformationContent } from '../domain/risk-information-content.js';
import { riskInformationMachine } from '../domain/risk-information-machine.js';
import { tellsTheSame } from '../domain/tells-the-same.js';
import type { IntakeDisposition } from '../generated/graphql.js';
import { compareAgain } from './compare-again.js';
import type { MonitoringCenterTransaction } from './database.js';
import { insertRows } from './insert-rows.js';
import { newId } from './new-id.js';

/** A checked record with its source content as received. */
export interface NewRiskInformation extends RiskInformationContent {
  readonly content: string;
  /** Who reported it, where that is a party of the hub. */
  readonly concerned?: readonly string[];
}

/** What became of a record, and the version that stands for it now. */
export interface WrittenRiskInformation {
  readonly disposition: IntakeDisposition;
  readonly id: string;
}

/**
 * Takes records in (收集, 5.1.1). Source and key make the business key per centre: the same record again changes nothing; one whose
 * source or whose reading of it has changed is a new version of the document, which supersedes the one before. Eight statements,
 * however many records.
 *
 * @returns in the order of the records
 */
export async function writeRiskInformation(
  unit: UnitOfWork<MonitoringCenterTransaction>,
  centerId: string,
  records: readonly NewRiskInformation[],
): Promise<WrittenRiskInformation[]> {
  const written = new Map<NewRiskInformation, WrittenRiskInformation>();
  // A key that comes twice comes in two rounds, and the second supersedes the first.
  for (let left = [...records]; left.length > 0; ) {
    const round = new Map(left.toReversed().map((record) => [keyOf(record), record]));
    for (const [record, result] of await writeRound(unit, centerId, round)) written.set(record, result);
    left = left.filter((record) => !written.has(record));
  }
  return records.map((record) => written.get(record) ?? { disposition: 'UNCHANGED', id: '' });
}

/** Writes records of which no two have the same key. */
async function writeRound(
  { tx, now }: UnitOfWork<MonitoringCenterTransaction>,
  centerId: string,
  records: ReadonlyMap<string, NewRiskInformation>,
): Promise<Map<NewRiskInformation, WrittenRiskInformation>> {
  const current = await lockAndFindCurrent(tx, centerId, records);
  const results = new Map<NewRiskInformation, WrittenRiskInformation>();
  const changed: { record: NewRiskInformation; contentHash: string; before: RiskInformation | undefined }[] = [];
  for (const [key, record] of records) {
    const before = current.get(key);
    const contentHash = sha256(record.content);
    if (before?.contentHash === contentHash && tellsTheSame(before, record)) results.set(record, { disposition: 'UNCHANGED', id: before.id });
    else changed.push({ record, contentHash, before });
  }
  if (changed.length === 0) return results;

  const numbers = await freshNumbers(tx, { holder: centerId, at: now }, changed.filter(({ before }) => !before).length);
  const ids = new Map(changed.map(({ record }) => [record, newId(now)]));
  const idOf = (record: NewRiskInformation) => ids.get(record) ?? '';
  await insertVersions(
    tx,
    changed.map(({ record: { content: _content, concerned = [], ...content }, record, contentHash, before }) => ({
      ...content,
      id: idOf(record),
      number: before?.number ?? numbers.shift() ?? '',
      document: before?.document ?? newId(now),
      version: (before?.version ?? 0) + 1,
      supersededById: null,
      contentHash,
      collectedAt: now,
      // The version that stands for the record now stands for it in its cluster too.
      clusterId: before?.clusterId ?? null,
      holder: centerId,
      concerned: [...concerned],
      ...riskInformationMachine.begin('takeInRiskInformation'),
      revision: 1,
    })),
  );
  await insertRows(tx, 'source_content', changed.map(({ record }) => ({ risk_information_id: idOf(record), content: record.content })));
  await compareAgain(tx, centerId, [...ids.values()]);
  const superseded = changed.flatMap(({ record, before }) => (before ? [{ id: before.id, by: idOf(record) }] : []));
  if (superseded.length > 0) {
    await tx.$executeRaw`
      UPDATE risk_information SET superseded_by_id = s.by, cluster_id = NULL, revision = revision + 1
      FROM unnest(${superseded.map(({ id }) => id)}::text[], ${superseded.map(({ by }) => by)}::text[]) AS s (id, by)
      WHERE risk_information.id = s.id`;
  }
  for (const { record, before } of changed) {
    results.set(record, { disposition: before ? 'UPDATED' : 'TAKEN', id: idOf(record) });
  }
  return results;
}

function insertVersions(tx: MonitoringCenterTransaction, versions: readonly RiskInformation[]): Promise<void> {
  return insertRows(tx, 'risk_information', versions.map((version) => Object.fromEntries(Object.entries(version).map(([field, value]) => [columnOf(field), value]))));
}

/**
 * Finds the current versions. The keys are locked until the transaction ends, in one order, so that two intakes of the same
 * record come one after the other.
 */
async function lockAndFindCurrent(
  tx: MonitoringCenterTransaction,
  centerId: string,
  records: ReadonlyMap<string, NewRiskInformation>,
): Promise<ReadonlyMap<string, RiskInformation>> {
  const locks = [...records.keys()].map((key) => `${centerId} ${key}`);
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(lock) FROM (
      SELECT DISTINCT hashtextextended(name, 0) AS lock FROM unnest(${locks}::text[]) AS name ORDER BY lock
    ) AS locks`;
  const sources = [...records.values()].map(({ source }) => source);
  const keys = [...records.values()].map(({ sourceKey }) => sourceKey);
  // One look into the index for each key, however many records there are: a join would read them all.
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM unnest(${sources}::text[], ${keys}::text[]) AS k (source, source_key)
    CROSS JOIN LATERAL (
      SELECT id FROM risk_information
      WHERE holder = ${centerId} AND source = k.source AND source_key = k.source_key AND superseded_by_id IS NULL LIMIT 1) AS r`;
  if (found.length === 0) return new Map();
  const rows = await tx.riskInformation.findMany({ where: { id: { in: found.map(({ id }) => id) } } });
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** Drawn at random: a platform is told those of what it reported, and a counter would tell it how much came from others in between. */
function freshNumbers(tx: MonitoringCenterTransaction, numbered: Numbered, count: number): Promise<string[]> {
  return count === 0 ? Promise.resolve([]) : takeNumbers(tx, 'RISK_INFORMATION', numbered, count);
}

const columns = new Map<string, string>();

function columnOf(field: string): string {
  let column = columns.get(field);
  if (column === undefined) columns.set(field, (column = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)));
  return column;
}

function keyOf({ source, sourceKey }: { readonly source: string; readonly sourceKey: string }): string {
  return JSON.stringify([source, sourceKey]);
}
