import { randomUUID } from 'node:crypto';
import { analyst, type Hub } from './acts.js';
import { actOn } from './thread.js';

/** Risk information and its assessment, for tests that start with them. */

/** A record is taken in. */
export async function takenInRecord(hub: Hub, changes: object = {}): Promise<string> {
  const record = {
    channel: 'INTERNET',
    productName: '电热水壶',
    hazardItem: '触电',
    scope: {},
    observedOn: '2026-01-15',
    sourceRecord: { source: 'TEST', key: randomUUID(), content: 'one' },
    ...changes,
  };
  return (await actOn(hub, analyst, 'takeInRiskInformation', record)).id;
}

export const assessmentItem = (riskInformationId: string | null, changes: object = {}) => ({
  idempotencyKey: randomUUID(),
  riskInformationId,
  method: 'CONSEQUENCE_LIKELIHOOD_MATRIX',
  hazardDegree: 'HIGH',
  severity: 3,
  probability: 'OVER_1_IN_10000',
  spread: 'REGIONAL',
  evidence: '三起触电事故',
  ...changes,
});

/** A new record is assessed. */
export async function assessedRecord(hub: Hub, changes: object = {}): Promise<{ recordId: string; assessmentId: string }> {
  const recordId = await takenInRecord(hub);
  return { recordId, assessmentId: (await actOn(hub, analyst, 'assessRiskInformation', assessmentItem(recordId, changes))).id };
}

export const recordState = async (hub: Hub, id: string) => (await hub.database.riskInformation.findUniqueOrThrow({ where: { id } })).state;
