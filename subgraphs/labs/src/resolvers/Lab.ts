import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { Accreditation, AccreditedItem, AuthorisedSignatory, LabResolvers } from '../generated/graphql.js';

export const Lab: LabResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.lab.load(id),
  participant: ({ id }) => ({ id }),
  cma: ({ cma }) => cma as unknown as Accreditation,
  cnas: ({ cnas }) => cnas as unknown as Accreditation | null,
  scope: ({ scope }) => scope as unknown as AccreditedItem[],
  signatories: ({ signatories }) => signatories as unknown as AuthorisedSignatory[] | null,
};
