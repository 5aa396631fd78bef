import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { RowReadingAnswered } from '@hub/kernel/sharing/row-reading.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { dataCorrectionMachine } from '../domain/data-correction-machine.js';
import { firstShown } from '../domain/first-shown.js';
import type { ExchangeTransaction } from './database.js';

/**
 * Admits a request to correct data by the word of the owner of the row: the requester reads all that it names, and another party holds it. Everything else is
 * one outcome, which tells nothing of the row. Passed on it is later, see passOnDataCorrections.
 *
 * @param source who answers: nobody's word counts but that of the owner who was asked
 */
export async function admitDataCorrection(unit: UnitOfWork<ExchangeTransaction>, source: string, id: string, { readings, row }: RowReadingAnswered): Promise<void> {
  await unit.tx.$queryRaw`SELECT id FROM data_correction WHERE id = ${id} AND owner = ${source} FOR UPDATE`;
  const correction = await unit.tx.dataCorrection.findFirst({ where: { id, owner: source } });
  // One that was withdrawn meanwhile stays so.
  if (!correction || !dataCorrectionMachine.leadsFrom('DataCorrectionAdmitted', correction)) return;
  const { requesterId } = correction;
  const read = new Set(readings[0]?.fields.map((name) => `${correction.subjectType}.${name}`));
  const parties = await unit.tx.participant.findMany({ where: { id: { in: [requesterId, row?.holder ?? ''] } } });
  const kindOf = (party: string) => parties.find((each) => each.id === party)?.kind;
  if (!row || row.holder === requesterId || kindOf(row.holder) === undefined || !correction.fields.every((field) => read.has(field))) {
    const left = await unit.tx.dataCorrection.update({ where: { id }, data: dataCorrectionMachine.move('DataCorrectionNotAdmitted', correction) });
    unit.emit({ kind: 'DataCorrectionNotAdmitted', subjectType: 'DataCorrection', subjectId: id, stamps: stampsOf(left), receivers: {} });
    return;
  }
  const secret = firstShown({ reader: requesterId, readerKind: kindOf(requesterId) ?? '', holder: row.holder, holderKind: kindOf(row.holder) }) === 'EMBARGOED';
  const admitted = await unit.tx.dataCorrection.update({ where: { id }, data: { heldBy: row.holder, secret, ...dataCorrectionMachine.move('DataCorrectionAdmitted', correction) } });
  unit.emit({ kind: 'DataCorrectionAdmitted', subjectType: 'DataCorrection', subjectId: id, stamps: stampsOf(admitted), receivers: {} });
}
