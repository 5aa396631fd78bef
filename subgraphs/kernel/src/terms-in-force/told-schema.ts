import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

/** Header by which a service of the hub tells the registry, with its questions for news, what it has of the schemas. */
export const runningSchemaHeader = 'x-hub-running-schema';

const hash = z.string().regex(/^sha-256:[0-9a-f]{64}$/).nullable();
const toldSchema = z.object({ instance: z.uuid(), contentHash: hash, builtHash: hash, differing: z.int().min(0).nullable() });

/** What a process has: an owner of its own schema, a gateway of the supergraph. */
export type ToldSchema = z.infer<typeof toldSchema>;

/** As it stands in the header. */
export function tellSchema(told: ToldSchema): Readonly<Record<string, string>> {
  return { [runningSchemaHeader]: JSON.stringify(told) };
}

/** What a request tells; undefined where it tells nothing that can be read. */
export function readToldSchema({ [runningSchemaHeader]: header }: IncomingHttpHeaders): ToldSchema | undefined {
  try {
    return typeof header === 'string' ? toldSchema.parse(JSON.parse(header)) : undefined;
  } catch {
    return undefined;
  }
}
