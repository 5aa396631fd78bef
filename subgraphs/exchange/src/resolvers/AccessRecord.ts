import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { AccessKind, AccessRecordResolvers, AccessRecordState } from '../generated/graphql.js';

type Numbers = Readonly<Record<string, number>>;

export const AccessRecord: AccessRecordResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.accessRecord.load(id),
  party: ({ partyId }, _args, { loaders }) => loaders.participant.load(partyId),
  kind: ({ kind }) => kind as AccessKind,
  state: ({ state }) => state as AccessRecordState,
  rows: ({ rows }) => Object.entries(rows as Numbers).map(([type, count]) => ({ type, count })),
  // Of an operation that touched other holders' rows as well, only what it selected of these types.
  coordinates: async ({ selection, types, holder }, _args, { loaders }) =>
    (await loaders.selectedCoordinates.load(selection)).filter((coordinate) => holder === '' || types.includes(coordinate.slice(0, coordinate.indexOf('.')))),
  refused: ({ refused }) =>
    Object.entries(refused as Numbers).map(([what, count]) => {
      const [coordinate = '', code = ''] = what.split(' ');
      return { coordinate, code, count };
    }),
  holderId: ({ holder }) => holder || null,
  user: ({ userId }) => userId,
  acts: ({ acts }) =>
    Object.entries(acts as Readonly<Record<string, Numbers>>).flatMap(([act, outcomes]) => Object.entries(outcomes).map(([outcome, count]) => ({ act, outcome, count }))),
  position: ({ position }) => String(position),
};
