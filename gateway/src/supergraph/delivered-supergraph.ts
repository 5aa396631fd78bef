import { z } from 'zod';

/** A supergraph as the registry delivers it and as it is kept on disk. */
export const deliveredSupergraph = z.object({
  sdl: z.string().min(1),
  /** JWS (RFC 7515, compact) over the SDL, payload detached and not encoded (RFC 7797). */
  signature: z.string().min(1),
  etag: z.string().optional(),
});

export type DeliveredSupergraph = z.infer<typeof deliveredSupergraph>;
