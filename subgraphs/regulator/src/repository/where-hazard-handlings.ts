import { containing } from '@hub/kernel/lists/conditions.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import type { HazardHandlingFilter } from '../generated/graphql.js';
import { whereReceivedMonitoringData } from './where-received-monitoring-data.js';

/**
 * The rows that a filter of cases admits. A case may be on monitoring data of several centres, each of which sees its own: what is
 * asked for of the data is asked of those that the caller may see, or the case would tell of the others.
 */
export function whereHazardHandlings(filter: HazardHandlingFilter | null | undefined, authority: OperationAuthority): Where {
  const { planId, productCategory, platformId, sellerRegionCode } = filter ?? {};
  const ofData = whereReceivedMonitoringData({ planId, productCategory, platformId, sellerRegionCode });
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.summary && { summary: containing(filter.summary) }),
    ...(filter?.number && { number: filter.number }),
    ...(filter?.closeBefore && { closeBy: { lt: filter.closeBefore } }),
    ...(Object.keys(ofData).length > 0 && { monitoringData: { some: { AND: [authority.rowScopeOf('ReceivedMonitoringData.id'), ofData] } } }),
  };
}
