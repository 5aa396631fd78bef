import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { buyerOpener, WithBuyer } from '../buyer-opener.js';
import type { OwnerPools } from './owner-pools.js';
import { participants } from './participants.js';
import { acceptanceRows, acknowledgementRows, assessmentReportRows, centreRows, countOfMonitoringData, inspectionReportRows, planRows, type CentreRow } from './reference-rows.js';
import type { RightsOfCentre } from './rights-of-centre.js';
import { timeShown } from './shown-text.js';

type BoughtRow = WithBuyer<CentreRow>;

/** What the reference query asks for: ten statements in four steps, put together by id. */
export function answerReference(withBuyers: ReturnType<typeof buyerOpener>) {
  return async (pools: OwnerPools, { partyId }: Caller, rights: RightsOfCentre, first: number): Promise<object> => {
    const [rows, totalCount] = await Promise.all([centreRows(pools, partyId, first), countOfMonitoringData(pools, partyId)]);
    return put(pools, partyId, rights, { data: await withBuyers(rows), totalCount });
  };
}

async function put(pools: OwnerPools, partyId: string, rights: RightsOfCentre, { data, totalCount }: { readonly data: readonly BoughtRow[]; readonly totalCount: number }): Promise<object> {
  const idsOf = (column: keyof BoughtRow) => [...new Set(data.flatMap((row) => (row[column] === null ? [] : [String(row[column])])))];
  const [plans, reports, acceptances, acknowledgements] = await Promise.all([
    planRows(pools, partyId, idsOf('planId')).then(byId),
    inspectionReportRows(pools, partyId, idsOf('sampleId')),
    acceptanceRows(pools, partyId, idsOf('commissionId')).then(byId),
    acknowledgementRows(pools, partyId, idsOf('id')).then(byId),
  ]);
  const [assessed, parties] = await Promise.all([
    assessmentReportRows(pools, partyId, [...plans.values()].flatMap(({ reports: each }) => each.map(({ id }) => id))).then(byId),
    participants(pools, rights, partyId, [...idsOf('platformId'), ...idsOf('labId'), ...[...plans.values()].map(({ holder }) => holder)]),
  ]);
  const party = (id: string) => {
    const found = parties.get(id);
    return found ? { name: found.name, users: found.users } : null;
  };
  const reportsOfSample = grouped(reports);

  const planOf = (id: string) => {
    const plan = plans.get(id);
    return plan
      ? {
          number: plan.number,
          budget: rights.budget && plan.budgetAmount !== null ? { amount: plan.budgetAmount } : null,
          regulator: party(plan.holder),
          reports: plan.reports.map(({ id: report, outcome }) => ({
            number: assessed.get(report)?.number,
            decision: outcome === null ? null : { outcome },
            assessments: (assessed.get(report)?.assessments ?? []).map((keys) => ({
              records: keys.map((key) => ({ sourceRecord: rights.sourceRecord ? { key } : null })),
            })),
          })),
        }
      : null;
  };
  const sampleOf = (row: BoughtRow) =>
    row.sampleId === null
      ? null
      : {
          blindNumber: row.blindNumber,
          state: row.sampleState,
          purchase:
            row.orderNumber === null
              ? null
              : {
                  orderNumber: row.orderNumber,
                  price: { amount: row.priceAmount },
                  buyerName: rights.buyer(row.buyerName),
                  buyerAccount: rights.buyer(row.buyerAccount),
                  buyerAddress: rights.buyer(row.buyerAddress),
                  paymentReference: rights.payment ? row.paymentReference : null,
                },
          commission: row.commissionId === null ? null : commissionOf(row, row.commissionId),
          reports: (reportsOfSample.get(row.sampleId) ?? []).map(({ number, conclusion, signature, preparedBy, reviewedBy, approvedBy }) => ({
            ...{ number, conclusion, signature },
            preparedBy: rights.labStaff(preparedBy),
            reviewedBy: rights.labStaff(reviewedBy),
            approvedBy: rights.labStaff(approvedBy),
          })),
        };
  const commissionOf = ({ commissionNumber, agreedDueAt, labId }: BoughtRow, id: string) => {
    const acceptance = acceptances.get(id);
    return { number: commissionNumber, agreedDueAt: timeShown(agreedDueAt), lab: { participant: party(labId) }, acceptance: acceptance ? { state: acceptance.state } : null };
  };
  const acknowledgementOf = (id: string) => {
    const found = acknowledgements.get(id);
    if (!found) return null;
    // Contacts are the platform's; a centre gets neither.
    const merchant = { name: found.merchantName, contactName: null, contactPhone: null };
    return { state: found.state, listing: found.listingId === null ? null : { gtin: found.gtin, shop: { merchant } } };
  };

  const nodes = data.map((row) => ({
    id: row.id,
    number: row.number,
    productName: row.productName,
    conclusion: row.conclusion,
    failedItems: row.failedItems.map(({ name }) => ({ name })),
    listingItemId: row.listingItemId,
    merchantName: row.merchantName,
    fedBackAt: timeShown(row.fedBackAt),
    platform: { participant: party(row.platformId) },
    plan: planOf(row.planId),
    sample: sampleOf(row),
    acknowledgement: acknowledgementOf(row.id),
  }));
  return { monitoringDataList: { totalCount, nodes } };
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function grouped<Row extends { readonly sampleId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.sampleId, [...(groups.get(row.sampleId) ?? []), row]);
  return groups;
}
