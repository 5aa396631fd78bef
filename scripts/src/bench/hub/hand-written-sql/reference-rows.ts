import { countLimit } from '@hub/kernel/lists/connection.js';
import type { OwnerPools } from './owner-pools.js';
import { rowsOf } from './rows-of.js';

/** Monitoring data with what the centre itself has of sample, purchase and commission: one statement. */
export interface CentreRow {
  readonly id: string;
  readonly number: string;
  readonly productName: string;
  readonly conclusion: string;
  readonly failedItems: { readonly name: string }[];
  readonly listingItemId: string;
  readonly merchantName: string;
  readonly fedBackAt: Date | null;
  readonly platformId: string;
  readonly planId: string;
  readonly sampleId: string | null;
  readonly blindNumber: string;
  readonly sampleState: string;
  readonly orderNumber: string | null;
  readonly priceAmount: string;
  readonly buyerId: string | null;
  readonly sealedBuyer: string | null;
  readonly commissionId: string | null;
  readonly commissionNumber: string;
  readonly agreedDueAt: Date;
  readonly labId: string;
}

export function centreRows({ 'monitoring-center': centre }: OwnerPools, party: string, first: number): Promise<CentreRow[]> {
  return rowsOf(
    centre,
    'monitoring data',
    `SELECT m.id, m.number, m.product_name AS "productName", m.conclusion, m.failed_items AS "failedItems", m.listing_item_id AS "listingItemId",
       m.merchant_name AS "merchantName", m.fed_back_at AS "fedBackAt", m.platform_id AS "platformId", m.plan_id AS "planId",
       s.id AS "sampleId", s.blind_number AS "blindNumber", s.state AS "sampleState",
       p.order_number AS "orderNumber", p.price_amount AS "priceAmount", p.buyer_id AS "buyerId", p.sealed_buyer AS "sealedBuyer",
       c.id AS "commissionId", c.number AS "commissionNumber", c.agreed_due_at AS "agreedDueAt", c.lab_id AS "labId"
     FROM (SELECT * FROM monitoring_data WHERE holder = $1 ORDER BY state_since DESC, id DESC LIMIT $2) m
       LEFT JOIN sample s ON s.id = m.sample_id AND s.holder = $1
       LEFT JOIN purchase p ON p.id = s.purchase_id AND p.holder = $1
       LEFT JOIN inspection_commission c ON c.id = s.commission_id AND c.holder = $1
     ORDER BY m.state_since DESC, m.id DESC`,
    [party, first],
  );
}

export async function countOfMonitoringData({ 'monitoring-center': centre }: OwnerPools, party: string): Promise<number> {
  const [row] = await rowsOf<{ count: string }>(centre, 'count of monitoring data', 'SELECT count(*) FROM (SELECT FROM monitoring_data WHERE holder = $1 LIMIT $2) AS counted', [party, countLimit + 1]);
  return Math.min(Number(row?.count), countLimit);
}

export interface PlanRow {
  readonly id: string;
  readonly number: string;
  readonly budgetAmount: string | null;
  readonly holder: string;
  readonly reports: { readonly id: string; readonly outcome: string | null }[];
}

/** Plans with the decisions on the reports that they rest on. */
export function planRows({ regulator }: OwnerPools, party: string, ids: readonly string[]): Promise<PlanRow[]> {
  return rowsOf(
    regulator,
    'plans',
    `SELECT p.id, p.number, p.budget_amount AS "budgetAmount", p.holder,
       (SELECT json_agg(json_build_object('id', r.id, 'outcome', d.outcome) ORDER BY r.at)
        FROM unnest(p.report_ids) WITH ORDINALITY r(id, at)
          LEFT JOIN assessment_report_decision d ON d.report_id = r.id AND d.concerned @> ARRAY[$2]) AS reports
     FROM monitoring_plan p WHERE p.id = ANY($1) AND p.concerned @> ARRAY[$2] AND p.reached @> ARRAY['ISSUED']`,
    [ids, party],
  );
}

export interface AssessmentReportRow {
  readonly id: string;
  readonly number: string;
  /** The keys at the source of the records of each assessment. */
  readonly assessments: string[][] | null;
}

export function assessmentReportRows({ 'monitoring-center': centre }: OwnerPools, party: string, ids: readonly string[]): Promise<AssessmentReportRow[]> {
  return rowsOf(
    centre,
    'assessment reports',
    `SELECT r.id, r.number, (SELECT json_agg((
         SELECT json_agg(i.source_key ORDER BY e.at) FROM unnest(a.record_ids) WITH ORDINALITY e(id, at) JOIN risk_information i ON i.id = e.id
       ) ORDER BY a.assessed_at DESC, a.id DESC) FROM assessment a WHERE a.report_id = r.id AND a.holder = $2) AS assessments
     FROM assessment_report r WHERE r.id = ANY($1) AND r.holder = $2`,
    [ids, party],
  );
}

export interface InspectionReportRow {
  readonly sampleId: string;
  readonly number: string;
  readonly conclusion: string;
  readonly signature: string | null;
  readonly preparedBy: string;
  readonly reviewedBy: string | null;
  readonly approvedBy: string | null;
}

export function inspectionReportRows({ labs }: OwnerPools, party: string, samples: readonly string[]): Promise<InspectionReportRow[]> {
  return rowsOf(
    labs,
    'inspection reports',
    `SELECT sample_id AS "sampleId", number, conclusion, signature, prepared_by AS "preparedBy", reviewed_by AS "reviewedBy", approved_by AS "approvedBy"
     FROM inspection_report WHERE sample_id = ANY($1) AND superseded_by_id IS NULL AND concerned @> ARRAY[$2] AND reached @> ARRAY['ISSUED']
     ORDER BY prepared_at, id`,
    [samples, party],
  );
}

export function acceptanceRows({ labs }: OwnerPools, party: string, commissions: readonly string[]): Promise<{ readonly id: string; readonly state: string }[]> {
  return rowsOf(labs, 'acceptances', 'SELECT id, state FROM commission_acceptance WHERE id = ANY($1) AND concerned @> ARRAY[$2]', [commissions, party]);
}

export interface AcknowledgementRow {
  readonly id: string;
  readonly state: string;
  readonly listingId: string | null;
  readonly gtin: string | null;
  readonly merchantName: string;
}

export function acknowledgementRows({ platforms }: OwnerPools, party: string, ids: readonly string[]): Promise<AcknowledgementRow[]> {
  return rowsOf(
    platforms,
    'acknowledgements',
    `SELECT a.id, a.state, l.id AS "listingId", l.gtin, m.name AS "merchantName"
     FROM monitoring_data_acknowledgement a LEFT JOIN listing l ON l.item_id = a.listing_item_id AND l.holder = a.holder
       LEFT JOIN shop s ON s.id = l.shop_id LEFT JOIN merchant m ON m.id = s.merchant_id
     WHERE a.id = ANY($1) AND a.concerned @> ARRAY[$2]`,
    [ids, party],
  );
}
