import { z } from 'zod';

/** The public keys with which the registry signs, as a JSON Web Key Set (RFC 7517). */
export const registryKeySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });

export type RegistryKeySet = z.infer<typeof registryKeySet>;
