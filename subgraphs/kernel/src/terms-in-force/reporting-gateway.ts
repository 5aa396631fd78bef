import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

/** Header by which a gateway's process says which it is when it reports what was used: the instance of `runningSchemaHeader`. */
const reportingGatewayHeader = 'x-hub-gateway';

/** As it stands in the header. */
export function tellReportingGateway(instance: string): Readonly<Record<string, string>> {
  return { [reportingGatewayHeader]: instance };
}

/** Which process reports; undefined where it does not say. */
export function readReportingGateway({ [reportingGatewayHeader]: header }: IncomingHttpHeaders): string | undefined {
  return z.uuid().safeParse(header).data;
}
