import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, FieldClosingGround, FieldClosingResolvers, FieldClosingState } from '../generated/graphql.js';

export const FieldClosing: FieldClosingResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.fieldClosing.load(id),
  field: ({ coordinate }) => coordinate,
  closedHolder: ({ closedHolder }, _args, { loaders }) => (closedHolder === null ? null : loaders.participant.load(closedHolder)),
  groundKind: ({ groundKind }) => groundKind as FieldClosingGround,
  state: ({ state }) => state as FieldClosingState,
  closed: ({ closed }) => closed as unknown as ActRecord,
  confirmed: ({ confirmed }) => confirmed as unknown as ActRecord | null,
  reopened: ({ reopened }) => reopened as unknown as ActRecord | null,
};
