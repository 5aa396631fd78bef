import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ReportReceipt } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterTransaction } from './database.js';

/** Tells of a receipt as it stands now (报告回执, 3.3): its lab learns that a report is refused, for it owes a new version then. */
export function tellReceipt(unit: UnitOfWork<MonitoringCenterTransaction>, receipt: ReportReceipt): void {
  const { id: reportId, labId, refusalCode } = receipt;
  unit.emit({
    kind: refusalCode === null ? 'ReportReceiptGiven' : 'ReportRefused',
    subjectType: 'ReportReceipt',
    subjectId: reportId,
    stamps: stampsOf(receipt),
    receivers: refusalCode === null ? {} : { labs: { reportId, labId, code: refusalCode } },
  });
}
