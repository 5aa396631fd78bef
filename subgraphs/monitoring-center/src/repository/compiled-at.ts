import type { MonitoringData } from '@hub/prisma/monitoring-center/generated/client.js';

/** When a version of monitoring data was compiled, by its record of that act. */
export function compiledAt({ compiled }: Pick<MonitoringData, 'compiled'>): Date {
  return new Date((compiled as unknown as { readonly at: string }).at);
}
