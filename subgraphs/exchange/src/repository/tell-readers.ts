import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { RowReadingAnswered } from '@hub/kernel/sharing/row-reading.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ExchangeTransaction } from './database.js';

/** Tells each party that read the wrong data, and may read the row still, that it was corrected (更正告知, 5.4.3 c): once, in whatever roles it read. */
export async function tellReaders(unit: UnitOfWork<ExchangeTransaction>, source: string, correctionId: string, { readings }: RowReadingAnswered): Promise<void> {
  const correction = await unit.tx.dataCorrection.findFirst({ where: { id: correctionId, owner: source, state: 'CORRECTED' } });
  if (!correction?.correctedAt) return;
  const { subjectType, subjectId, correctedAt } = correction;
  const fieldsOf = new Map<string, Set<string>>();
  for (const { reader, fields } of readings) {
    if (fields.length === 0) continue;
    const read = fieldsOf.get(reader.partyId) ?? new Set();
    for (const name of fields) read.add(`${subjectType}.${name}`);
    fieldsOf.set(reader.partyId, read);
  }
  for (const [holder, fields] of fieldsOf) {
    const before = await unit.tx.correctionNotice.findUnique({ where: { correctionId_holder: { correctionId, holder } } });
    if (before) {
      await unit.tx.correctionNotice.update({ where: { id: before.id }, data: { fields: [...new Set([...before.fields, ...fields])].sort() } });
      continue;
    }
    const notice = await unit.tx.correctionNotice.create({ data: { correctionId, fields: [...fields].sort(), subjectType, subjectId, correctedAt, holder, concerned: [] } });
    unit.emit({ kind: 'CorrectionNoticed', subjectType: 'CorrectionNotice', subjectId: notice.id, stamps: stampsOf(notice), receivers: {} });
  }
}
