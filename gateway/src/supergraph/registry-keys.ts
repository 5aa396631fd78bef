import { z } from 'zod';

/** The public keys with which the registry signs, as a JSON Web Key Set (RFC 7517). */
export const registryKeys = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });

export type RegistryKeys = z.infer<typeof registryKeys>;
