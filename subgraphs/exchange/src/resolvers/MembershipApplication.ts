import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, EvidenceFile, MembershipApplicationResolvers, MembershipApplicationState, ParticipantKind, RegulatorLevel } from '../generated/graphql.js';
import { applicantOf } from '../repository/user-keeping.js';

export const MembershipApplication: MembershipApplicationResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.membershipApplication.load(id),
  kind: ({ kind }) => kind as ParticipantKind,
  level: ({ level }) => level as RegulatorLevel | null,
  region: ({ regionCode }) => ({ code: regionCode }),
  administratorName: ({ id, sealedAdministratorName }, _args, { loaders }) => loaders.userName.load({ personId: applicantOf(id), sealed: sealedAdministratorName }),
  documents: ({ documents }) => documents as unknown as EvidenceFile[],
  state: ({ state }) => state as MembershipApplicationState,
  recorded: ({ recorded }) => recorded as unknown as ActRecord,
  decided: ({ decided }) => decided as unknown as ActRecord | null,
  // Before it is admitted nobody is named so, or somebody else is.
  participant: ({ state, participantId }, _args, { loaders }) => (state === 'ADMITTED' ? loaders.participant.load(participantId) : null),
};
