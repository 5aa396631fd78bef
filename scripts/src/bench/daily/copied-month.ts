import { owners, type Owner } from '@hub/prisma/owner.js';
import type { CopiedTable } from '../hub/copied-tables.js';

/** What every owner keeps of its acts: events, duties, answers to keys, and which events it has taken in. */
const ofEveryOwner: readonly CopiedTable[] = [
  { table: 'kernel.event', ids: ['id', 'subject_id'], uuids: ['id'], positions: ['position'] },
  { table: 'kernel.duty', ids: ['id', 'subject_id', 'part_of'], uuids: ['id'], times: ['opened_at', 'closed_at'] },
  { table: 'kernel.act_receipt', ids: ['value_id'], numbers: ['idempotency_key'] },
  { table: 'kernel.inbox_event', ids: ['event_id'], uuids: ['event_id'] },
];

/** All that a month leaves at its owners. Users, parties, shops, listings and the records assessed stay as they are. */
const ofOwner: Readonly<Partial<Record<Owner, readonly CopiedTable[]>>> = {
  'monitoring-center': [
    { table: 'assessment_report', ids: ['id'], numbers: ['number'], times: ['submitted_at'] },
    { table: 'assessment', ids: ['id', 'report_id'], times: ['assessed_at'] },
    { table: 'received_monitoring_plan', ids: ['id'], numbers: ['number'], times: ['received_at'] },
    { table: 'work_plan', ids: ['id', 'plan_id'], numbers: ['number'], times: ['drafted_at'] },
    { table: 'sampling_order', ids: ['id', 'work_plan_id', 'plan_id'], numbers: ['number'] },
    { table: 'purchase', ids: ['id', 'order_id', 'plan_id'], numbers: ['number', 'order_number', 'listing_item_id'], times: ['purchased_at'] },
    { table: 'sample', ids: ['id', 'purchase_id', 'plan_id', 'commission_id', 'report_id'], numbers: ['number', 'blind_number', 'seal_number'], times: ['recorded_at'] },
    { table: 'evidence', ids: ['id', 'sample_id'], positions: ['sequence'], times: ['taken_at'] },
    { table: 'inspection_commission', ids: ['id', 'plan_id'], idLists: ['sample_ids'], numbers: ['number'], times: ['commissioned_at'] },
    { table: 'received_inspection_report', ids: ['id', 'document', 'commission_id', 'sample_id'], numbers: ['number'], times: ['received_at'] },
    { table: 'report_receipt', ids: ['id', 'commission_id', 'sample_id'], numbers: ['number'], times: ['received_at'] },
    { table: 'monitoring_data', ids: ['id', 'document', 'sample_id', 'plan_id', 'report_id'], numbers: ['number'], times: ['state_since', 'fed_back_at'] },
  ],
  regulator: [
    { table: 'received_assessment_report', ids: ['id'], numbers: ['number'], times: ['received_at'] },
    { table: 'assessment_report_decision', ids: ['id', 'report_id'] },
    { table: 'monitoring_plan', ids: ['id', 'assignment_id'], idLists: ['report_ids'], numbers: ['number'] },
    { table: 'plan_assignment', ids: ['id', 'plan_id', 'carried_out_by_id'], numbers: ['number'], times: ['assigned_at'] },
    { table: 'hazard_handling', ids: ['id', 'plan_id'], numbers: ['number'], times: ['opened_at'] },
    { table: 'received_monitoring_data', ids: ['id', 'document', 'plan_id', 'handling_id'], numbers: ['number'], times: ['fed_back_at', 'received_at'] },
    { table: 'hazard_direction', ids: ['id', 'handling_id', 'plan_id'], idLists: ['monitoring_data_ids'], numbers: ['number'], times: ['issued_at'] },
    { table: 'result_notice', ids: ['id', 'monitoring_data_id', 'plan_id'], numbers: ['number'], times: ['issued_at'] },
  ],
  labs: [
    { table: 'commission_acceptance', ids: ['id'], numbers: ['number'], times: ['received_at'] },
    { table: 'sample_receipt', ids: ['id', 'commission_id', 'sample_id'], numbers: ['blind_number'], times: ['expected_since', 'received_at'] },
    { table: 'custody_entry', ids: ['id', 'receipt_id'], times: ['at'] },
    { table: 'inspection_report', ids: ['id', 'document', 'receipt_id', 'commission_id', 'sample_id'], numbers: ['number'], times: ['prepared_at', 'issued_at'] },
  ],
  platforms: [
    { table: 'monitoring_data_acknowledgement', ids: ['id'], numbers: ['number'], times: ['received_at', 'acknowledge_by'] },
    { table: 'platform_handling', ids: ['id'], times: ['opened_at'] },
    { table: 'direction_fulfilment', ids: ['id'], idLists: ['monitoring_data_ids'], numbers: ['number'], times: ['received_at'] },
    { table: 'received_result_notice', ids: ['id', 'monitoring_data_id'], numbers: ['number'], times: ['received_at'] },
  ],
  exchange: [
    { table: 'exchange_event', ids: ['id', 'subject_id'], positions: ['position'], times: ['occurred_at'] },
    { table: 'duty', ids: ['id', 'subject_id', 'part_of'], times: ['opened_at', 'closed_at'] },
    { table: 'task_claim', ids: ['id', 'duty_id'], times: ['claimed_at'] },
    { table: 'plan_part', ids: ['subject_id', 'plan_id'] },
    { table: 'plan_overseer', ids: ['plan_id'] },
    { table: 'access_record', ids: ['id'], numbers: ['request'], positions: ['position'], times: ['at'] },
    { table: 'embargo', ids: ['subject_id'], times: ['opened_at', 'ended_at'] },
  ],
};

/** By owner, in the order in which rows lead to each other. */
export const copiedMonth: Readonly<Record<Owner, readonly CopiedTable[]>> = Object.fromEntries(
  owners.map((owner) => [owner, owner === 'registry' ? [] : [...ofEveryOwner, ...(ofOwner[owner] ?? [])]]),
) as unknown as Readonly<Record<Owner, readonly CopiedTable[]>>;
