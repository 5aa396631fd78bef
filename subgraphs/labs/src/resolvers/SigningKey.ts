import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { KeyRevocationReason, ResolversParentTypes, SigningKeyResolvers, SigningKeyState } from '../generated/graphql.js';

export const SigningKey: SigningKeyResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.signingKey.load(id),
  // Who signs for a lab has recorded its accreditation.
  lab: ({ holder }, _args, { loaders }) => loaders.lab.load(holder) as Promise<ResolversParentTypes['Lab']>,
  state: ({ state }) => state as SigningKeyState,
  publicJwk: ({ id, publicJwk }) => JSON.stringify({ ...(publicJwk as object), kid: id }),
  supersededBy: ({ replacedById }, _args, { loaders }) => (replacedById === null ? null : loaders.signingKey.load(replacedById)),
  revocationReason: ({ revocationReason }) => revocationReason as KeyRevocationReason | null,
  signatory: ({ userId }) => userId,
};
