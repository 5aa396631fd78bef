import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Complainant } from '@hub/prisma/monitoring-center/generated/client.js';
import type { ComplainantContent } from '../domain/complainant-content.js';
import { complainantMachine } from '../domain/complainant-machine.js';
import type { ComplainantKeeping } from './complainant-keeping.js';
import type { MonitoringCenterTransaction } from './database.js';
import { newId } from './new-id.js';
import { openedComplainants } from './opened-complainants.js';

/** Who complained, and the version of risk information that stands for the complaint. */
export interface ToldComplainant {
  readonly riskInformationId: string;
  readonly content: ComplainantContent;
}

/**
 * Keeps who complained apart from the matter (5.1.1 a): one to each document. The same again changes nothing, another replaces what was
 * there, and who was erased stays erased. The documents are locked by whoever took them in.
 */
export async function keepComplainants(unit: UnitOfWork<MonitoringCenterTransaction>, keeping: ComplainantKeeping, told: readonly ToldComplainant[]): Promise<void> {
  if (told.length === 0) return;
  const { tx, now } = unit;
  const records = await tx.riskInformation.findMany({ where: { id: { in: told.map(({ riskInformationId }) => riskInformationId) } }, select: { id: true, document: true, number: true, holder: true } });
  const recordOf = new Map(records.map((record) => [record.id, record]));
  // Of a key that comes twice the last stands.
  const byDocument = new Map(told.flatMap(({ riskInformationId, content }) => {
    const record = recordOf.get(riskInformationId);
    return record ? [[record.document, { ...record, content }] as const] : [];
  }));
  const before = await lockedComplainants(tx, [...byDocument.keys()]);
  const opened = await openedComplainants(tx, keeping, [...before.values()]);
  const changed = [...byDocument.values()].flatMap(({ document, number, holder, content }) => {
    const row = before.get(document);
    if (row && (row.state === 'ERASED' || canonicalJson(opened.get(row.id)) === canonicalJson(content))) return [];
    return [{ personId: row?.id ?? newId(now), row, document, number, holder, content }];
  });
  const sealed = await keeping.personal.seal(tx, changed, now);
  const sealedOf = (index: number) => {
    const text = sealed[index]?.sealed ?? '';
    return { sealed: text, contentHash: sha256(text), taken: { ...actRecord(unit) }, keptUntil: new Date(now.getTime() + keeping.keptFor) };
  };
  await tx.complainant.createMany({
    data: changed.flatMap(({ personId, row, document, number, holder }, index) =>
      row ? [] : [{ id: personId, document, riskInformationNumber: number, ...sealedOf(index), holder, concerned: [], ...complainantMachine.begin('takeInRiskInformation') }],
    ),
  });
  for (const [index, { row }] of changed.entries()) {
    if (row) await tx.complainant.update({ where: { id: row.id }, data: { ...sealedOf(index), revision: { increment: 1 } } });
  }
}

async function lockedComplainants(tx: MonitoringCenterTransaction, documents: readonly string[]): Promise<ReadonlyMap<string, Complainant>> {
  await tx.$executeRaw`SELECT id FROM complainant WHERE document = ANY(${documents}::text[]) ORDER BY id FOR UPDATE`;
  const rows = await tx.complainant.findMany({ where: { document: { in: [...documents] } } });
  return new Map(rows.map((row) => [row.document, row]));
}
