import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import { dutyName } from '../domain/duty-name.js';
import { isLate } from '../domain/is-late.js';
import type { DutyResolvers, DutyStage, DutyState } from '../generated/graphql.js';

export const Duty: DutyResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.duty.load(id),
  // The register is the original of every replica in which a party may owe something.
  party: async ({ holder }, _args, { loaders }) => (await loaders.participant.load(holder))!,
  kindZh: ({ kind }) => dutyName(kind).zh,
  kindEn: ({ kind }) => dutyName(kind).en,
  state: ({ state }) => state as DutyState,
  stage: ({ stage }) => stage as DutyStage | null,
  escalatedTo: ({ escalatedToId }, _args, { loaders }) => (escalatedToId === null ? null : loaders.participant.load(escalatedToId)),
  pausedBy: ({ pausedById }, _args, { loaders }) => (pausedById === null ? null : loaders.participant.load(pausedById)),
  late: (duty, _args, { now }) => isLate(duty, now),
};
