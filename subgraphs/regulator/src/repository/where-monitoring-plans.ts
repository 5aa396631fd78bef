import { containing } from '@hub/kernel/lists/conditions.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { MonitoringPlanFilter } from '../generated/graphql.js';

/** The rows that a filter of plans admits. */
export function whereMonitoringPlans(filter: MonitoringPlanFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.nature && { nature: filter.nature }),
    ...(filter?.title && { title: containing(filter.title) }),
    ...(filter?.centerId && { centerId: filter.centerId }),
    ...(filter?.deadlineBefore && { deadline: { lt: filter.deadlineBefore } }),
  };
}
