import type { InboxHandlers } from '@hub/kernel/inbox/inbox-handler.js';
import { rowReadingAnswered } from '@hub/kernel/sharing/row-reading.js';
import { owners } from '@hub/kernel/service/subgraph-environment.js';
import type { ExchangeTransaction } from '../repository/database.js';
import { embargoHandlers } from './embargo-handlers.js';
import { takeInBatch } from './take-in-batch.js';
import { takeInCommission } from './take-in-commission.js';
import { takeInDutyEnded } from './take-in-duty-ended.js';
import { takeInDutyOpened } from './take-in-duty-opened.js';
import { takeInDutyStage } from './take-in-duty-stage.js';
import { takeInEvent } from './take-in-event.js';
import { takeInPartOfPlan } from './take-in-part-of-plan.js';
import { takeInPlanOrPart } from './take-in-plan-or-part.js';
import { nothingSpentHandlers, takeInSpending } from './take-in-spending.js';
import { takeInRowReading } from './take-in-row-reading.js';

/** All events of all owners, the exchange's own among them. */
const ofEveryOwner: InboxHandlers<ExchangeTransaction> = Object.fromEntries(
  owners.flatMap((owner) => [
    [`${owner}.*`, takeInEvent],
    [`${owner}.${rowReadingAnswered}`, takeInRowReading],
    [`${owner}.DutyOpened`, takeInDutyOpened],
    [`${owner}.DutyClosed`, takeInDutyEnded('*.DutyClosed')],
    [`${owner}.DutyDropped`, takeInDutyEnded('*.DutyDropped')],
  ]),
);

export const inbox: InboxHandlers<ExchangeTransaction> = {
  ...ofEveryOwner,
  ...embargoHandlers,
  ...nothingSpentHandlers,
  'exchange.DutyDueSoon': takeInDutyStage,
  'exchange.DutyDue': takeInDutyStage,
  'exchange.DutyOverdue': takeInDutyStage,
  'exchange.DutyEscalated': takeInDutyStage,
  'monitoring-center.InspectionCommissioned': takeInSpending(takeInCommission),
  'monitoring-center.PurchaseRecorded': takeInSpending(),
  'monitoring-center.PurchaseReturned': takeInSpending(),
  'monitoring-center.MonitoringDataFedBack': takeInPartOfPlan,
  'regulator.MonitoringPlanDrafted': takeInPlanOrPart,
  'regulator.MonitoringPlanAssigned': takeInPlanOrPart,
  'monitoring-center.RiskInformationBatchTakenIn': takeInBatch,
  'platforms.ListingsImported': takeInBatch,
};
