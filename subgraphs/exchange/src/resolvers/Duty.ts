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
  claim: async ({ id }, _args, { loaders }) => {
    const claims = await loaders.claimsOfDuty.load(id);
    return claims.find(({ state }) => state === 'HELD' || state === 'ENDED') ?? null;
  },
  claims: ({ id }, _args, { loaders }) => loaders.claimsOfDuty.load(id),
  doneBy: ({ doneById }, _args, { loaders }) => (doneById === null ? null : loaders.participantUser.load(doneById)),
  doneOnBehalfOf: ({ doneOnBehalfOfId }, _args, { loaders }) => (doneOnBehalfOfId === null ? null : loaders.participantUser.load(doneOnBehalfOfId)),
  late: (duty, _args, { now }) => isLate(duty, now),
};
