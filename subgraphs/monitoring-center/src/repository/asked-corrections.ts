import type { MonitoringData } from '@hub/prisma/monitoring-center/generated/client.js';
import type { AskedCorrection } from '../domain/asked-correction.js';

/** The corrections that upheld objections ask of a version of monitoring data, in order; kept with the version that was fed back. */
export function askedCorrections(data: Pick<MonitoringData, 'correction'> | null): AskedCorrection[] {
  return (data?.correction ?? []) as unknown as AskedCorrection[];
}
