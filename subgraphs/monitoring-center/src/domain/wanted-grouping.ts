import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { GroupRiskInformationInput } from '../generated/graphql.js';
import { clusterLimit } from './cluster-limit.js';

/** What is to be grouped, and how a new cluster is to be called. */
export interface WantedGrouping {
  /** Each once, in one order. */
  readonly recordIds: readonly string[];
  /** An open cluster, or none: then a new one. */
  readonly clusterId: string | null;
  readonly title: string | null;
  readonly productName: string | null;
  readonly hazardItem: string | null;
  readonly reason: string | null;
}

const ofNew = { en: 'title, productName and hazardItem are those of a new cluster', 'zh-CN': 'title、productName 和 hazardItem 仅用于新建归并组' };
const ofOpen = { en: 'a new cluster has no revision yet', 'zh-CN': '新建归并组尚无修订号' };
const absent = { en: 'leaving it out', 'zh-CN': '不填写' };

/**
 * A grouping as it is wanted, checked (归并, 5.1.1).
 * @throws Refusal CLUSTER_SIZE, VALUE_INVALID, VALUE_TOO_LONG
 */
export function wantedGrouping(input: GroupRiskInformationInput): WantedGrouping {
  const { expectedRevision, reason } = input;
  const clusterId = input.clusterId ?? null;
  const recordIds = [...new Set(input.riskInformationIds)].sort();
  const needed = clusterId === null ? 2 : 1;
  if (recordIds.length < needed || recordIds.length > clusterLimit) {
    throw new Refusal('CLUSTER_SIZE', { field: 'riskInformationIds', parameters: { needed, limit: clusterLimit, count: recordIds.length } });
  }
  requireValid(clusterId !== null || expectedRevision == null, 'expectedRevision', ofOpen, absent);
  const name = (field: 'title' | 'productName' | 'hazardItem', limit: number) => {
    const text = optionalText(field, input[field], limit);
    requireValid(clusterId === null || text === null, 'clusterId', ofNew, absent);
    return text;
  };
  return {
    recordIds,
    clusterId,
    title: name('title', 1100),
    productName: name('productName', 500),
    hazardItem: name('hazardItem', 500),
    reason: optionalText('reason', reason),
  };
}
