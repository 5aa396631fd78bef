import type { Owner } from '@hub/prisma/owner.js';

/** How a row is copied: columns that are not named stay as they are, everything a copy is about gets the same number. */
export interface CopiedTable {
  readonly table: string;
  /** Ids, of the row itself and of other rows that are copied with it. */
  readonly ids: readonly string[];
  /** Lists of such ids. */
  readonly idLists?: readonly string[];
  /** Those of its columns that are of type uuid, all of them ids as well. */
  readonly uuids?: readonly string[];
  /** Numbers and keys that are unique. */
  readonly numbers?: readonly string[];
  /** Places in a log: each copy of the log follows the one before it. */
  readonly positions?: readonly string[];
  /** Times by which lists are ordered: each copy lies an hour before the one before it. */
  readonly times?: readonly string[];
  /** Days likewise, a day each. */
  readonly days?: readonly string[];
}

/** Collections that are multiplied by themselves, whatever there is of them: the real recalls, the real listings. */
export const collections: readonly (CopiedTable & { readonly owner: Owner })[] = [
  { owner: 'monitoring-center', table: 'risk_information', ids: ['id', 'document', 'superseded_by_id'], numbers: ['number', 'source_key'], times: ['collected_at'], days: ['observed_on'] },
  { owner: 'platforms', table: 'listing', ids: ['id'], numbers: ['item_id'], days: ['listed_on'] },
];

/**
 * What stands behind monitoring data, at every owner that the reference query spans. One copy is a copy of all of it: the plans with the
 * reports that they rest on, what was bought under them, commissions, inspection reports, monitoring data and acknowledgements. Users, parties,
 * shops and merchants stay as they are; so do the listings bought and the records assessed, to which the copies lead too.
 */
export const behindMonitoringData: Readonly<Partial<Record<Owner, readonly CopiedTable[]>>> = {
  'monitoring-center': [
    { table: 'assessment_report', ids: ['id'], numbers: ['number'], times: ['submitted_at'] },
    { table: 'assessment', ids: ['id', 'report_id'], times: ['assessed_at'] },
    { table: 'purchase', ids: ['id', 'plan_id'], numbers: ['number', 'order_number'], times: ['purchased_at'] },
    { table: 'inspection_commission', ids: ['id', 'plan_id'], idLists: ['sample_ids'], numbers: ['number'], times: ['commissioned_at'] },
    { table: 'sample', ids: ['id', 'purchase_id', 'plan_id', 'commission_id', 'report_id'], numbers: ['number', 'blind_number', 'seal_number'], times: ['recorded_at'] },
    { table: 'monitoring_data', ids: ['id', 'document', 'sample_id', 'plan_id', 'report_id'], numbers: ['number'], times: ['state_since', 'fed_back_at', 'acknowledge_by', 'acknowledged_at'] },
  ],
  regulator: [
    { table: 'monitoring_plan', ids: ['id'], idLists: ['report_ids'], numbers: ['number'] },
    { table: 'assessment_report_decision', ids: ['id', 'report_id'] },
  ],
  labs: [
    { table: 'commission_acceptance', ids: ['id'], numbers: ['number'], times: ['received_at'] },
    { table: 'inspection_report', ids: ['id', 'document', 'receipt_id', 'commission_id', 'sample_id'], numbers: ['number'], times: ['prepared_at', 'issued_at'] },
  ],
  platforms: [{ table: 'monitoring_data_acknowledgement', ids: ['id'], numbers: ['number'], times: ['received_at', 'acknowledge_by'] }],
};
