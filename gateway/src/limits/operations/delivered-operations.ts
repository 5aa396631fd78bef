import { z } from 'zod';
import { manifest } from './manifest.js';

const delivered = z.object({
  /** A persisted query manifest. */
  text: z.string(),
  /** JWS (RFC 7515, compact) over the text, payload detached and not encoded (RFC 7797); a registry of the version before signs none. */
  signature: z.string().optional(),
  etag: z.string().optional(),
});

/** The list of operations as the registry delivers it. */
export type DeliveredOperations = z.infer<typeof delivered>;

/** As it is kept on disk; a gateway of the version before has kept the manifest alone. */
export const keptOperations = z.union([delivered, manifest.transform((kept): DeliveredOperations => ({ text: JSON.stringify(kept) }))]);
