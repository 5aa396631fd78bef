import type { InboxHandler, InboxHandlers } from '@hub/kernel/inbox/inbox-handler.js';
import type { ExchangeTransaction } from '../repository/database.js';
import { endEmbargo, openEmbargo } from '../repository/embargo.js';
import { takeInEvent } from './take-in-event.js';

const begins: InboxHandler<ExchangeTransaction> = async (unit, event, log) => {
  await openEmbargo(unit.tx, { subjectId: event.subjectId, parties: [event.stamps.holder, ...event.stamps.concerned], at: new Date(event.occurredAt) });
  await takeInEvent(unit, event, log);
};
const ends: InboxHandler<ExchangeTransaction> = async (unit, event, log) => {
  await endEmbargo(unit.tx, event.subjectId, new Date(event.occurredAt));
  await takeInEvent(unit, event, log);
};

/** A plan is secret from its draft to its end, a part of one from when it is assigned (`takeInPlanOrPart`), a case while it is open (5.2.2): the envelopes say so, and nothing more is needed. */
export const embargoHandlers: InboxHandlers<ExchangeTransaction> = Object.fromEntries([
  ...['MonitoringPlanIssued', 'HazardHandlingOpened'].map((kind) => [`regulator.${kind}`, begins]),
  ...['MonitoringPlanCancelled', 'MonitoringPlanCompleted', 'HazardHandlingClosed'].map((kind) => [`regulator.${kind}`, ends]),
  ...['PlanAssignmentReturned', 'PlanAssignmentWithdrawn', 'PlanAssignmentEnded'].map((kind) => [`regulator.${kind}`, ends]),
]);
