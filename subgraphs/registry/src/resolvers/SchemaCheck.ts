import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, FieldUsage, RefusedOperation, SchemaApproval, SchemaCheckResolvers, SchemaCheckStatus } from '../generated/graphql.js';
import { keptFindings } from '../repository/kept-findings.js';
import { tokenOfUser } from '../repository/registry-token.js';

export const SchemaCheck: SchemaCheckResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.schemaCheck.load(id),
  checked: ({ checked }) => checked as unknown as ActRecord,
  status: ({ status }) => status as SchemaCheckStatus,
  sdl: ({ contentHash }, _args, { loaders }) => loaders.schemaText.load(contentHash),
  approvals: ({ approvals }) => approvals as unknown as SchemaApproval[],
  // An owner's build is told how much is used, and not by whom.
  affected: ({ affected }, _args, { authority }) => (tokenOfUser(authority.caller.userId) === undefined ? (affected as unknown as FieldUsage[]) : null),
  refusedOperations: ({ refusedOperations }, _args, { authority }) => (tokenOfUser(authority.caller.userId) === undefined ? (refusedOperations as unknown as RefusedOperation[]) : null),
  findings: ({ findings }, _args, { locale }) => keptFindings(findings, locale),
};
