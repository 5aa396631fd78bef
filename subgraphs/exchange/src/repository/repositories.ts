import type { PageQuery } from '@hub/kernel/lists/connection.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { Sealed } from '@hub/kernel/personal/personal-data.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { SubjectCondition } from '@hub/schema/policy/decision/subject-scope.js';
import type { ContactKeeping } from './contact-keeping.js';
import { countPlanDuties, type PlanDutiesCaller } from './count-plan-duties.js';
import { countResources, type ResourcesCounted } from './count-resources.js';
import { countTimeliness, type TimelinessAsked } from './count-timeliness.js';
import type { ExchangeDatabase } from './database.js';
import { delegationsInForce } from './delegations-in-force.js';
import { explainTo, type AskedAbout } from './explain-to.js';
import { feedLog } from './feed-log.js';
import { lateDuty } from './late-duty.js';
import { ownersHeard } from './owners-heard.js';
import { rolesOf } from './roles-of.js';
import { openedNames, type SealedName, type UserKeeping } from './user-keeping.js';
import { searchIndex } from './search-index.js';
import { sumPlanSpending } from './sum-plan-spending.js';
import { visibleComments } from './visible-comments.js';

/**
 * How rows are read: each function is one statement. Rights come with the condition.
 *
 * @param visibleSubjects what the caller may see of the subjects of events and comments; neither is read without it
 */
export function repositories(database: ExchangeDatabase, caller: Caller, visibleSubjects: SubjectCondition, { userKeeping, contactKeeping }: { readonly userKeeping: UserKeeping; readonly contactKeeping: ContactKeeping }) {
  const events = (where: Where) => ({ AND: [visibleSubjects, where] }) as never;
  const comments = (where: Where) => ({ AND: [visibleComments(caller, visibleSubjects), where] }) as never;
  return {
    participants: {
      find: (query: PageQuery) => database.participant.findMany(query as never),
      findAll: (where: Where) => database.participant.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.participant.count({ where: where as never, take }),
    },
    contacts: {
      opened: (rows: readonly Sealed[]) => contactKeeping.open(database, rows),
    },
    participantUsers: {
      findAll: (where: Where) => database.participantUser.findMany({ where: where as never, orderBy: { id: 'asc' } }),
      openedNames: (names: readonly SealedName[]) => openedNames(database, userKeeping, names),
    },
    roleMappings: {
      findAll: (where: Where) => database.roleMapping.findMany({ where: where as never, orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] }),
    },
    clientKeys: {
      find: (query: PageQuery) => database.clientKey.findMany(query as never),
      findAll: (where: Where) => database.clientKey.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.clientKey.count({ where: where as never, take }),
    },
    membershipApplications: {
      find: (query: PageQuery) => database.membershipApplication.findMany(query as never),
      findAll: (where: Where) => database.membershipApplication.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.membershipApplication.count({ where: where as never, take }),
    },
    membershipEntries: {
      find: (query: PageQuery) => database.membershipEntry.findMany(query as never),
      findAll: (where: Where) => database.membershipEntry.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.membershipEntry.count({ where: where as never, take }),
    },
    exchangeEvents: {
      find: (query: PageQuery) => database.exchangeEvent.findMany({ ...query, where: events(query.where) } as never),
      findAll: (where: Where) => database.exchangeEvent.findMany({ where: events(where) }),
      count: (where: Where, take: number) => database.exchangeEvent.count({ where: events(where), take }),
    },
    duties: {
      find: (query: PageQuery) => database.duty.findMany(query as never),
      findAll: (where: Where) => database.duty.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.duty.count({ where: where as never, take }),
      countOfPlans: (planIds: readonly string[], caller: PlanDutiesCaller, now: Date) => countPlanDuties(database, planIds, caller, now),
      spendingOfPlans: (planIds: readonly string[], partyId: string) => sumPlanSpending(database, planIds, partyId),
      timeliness: (asked: TimelinessAsked) => countTimeliness(database, asked),
      /** The condition of lateness at a time, as SQL decides it. */
      late: (late: boolean, now: Date) => lateDuty(database, late, now),
    },
    taskClaims: {
      findAll: (where: Where) => database.taskClaim.findMany({ where: where as never, orderBy: [{ claimedAt: 'asc' }, { id: 'asc' }] }),
    },
    delegations: {
      find: (query: PageQuery) => database.delegation.findMany(query as never),
      findAll: (where: Where) => database.delegation.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.delegation.count({ where: where as never, take }),
      inForce: (ids: readonly string[], now: Date) => delegationsInForce(database, ids, now),
    },
    numberPatterns: {
      find: (query: PageQuery) => database.numberPattern.findMany(query as never),
      findAll: (where: Where) => database.numberPattern.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.numberPattern.count({ where: where as never, take }),
    },
    rolesOf: (user: Pick<Caller, 'userId' | 'partyId'>, now: Date) => rolesOf(database, user, now),
    webhooks: {
      find: (query: PageQuery) => database.webhook.findMany(query as never),
      findAll: (where: Where) => database.webhook.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.webhook.count({ where: where as never, take }),
    },
    sharingRequests: {
      find: (query: PageQuery) => database.sharingRequest.findMany(query as never),
      findAll: (where: Where) => database.sharingRequest.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.sharingRequest.count({ where: where as never, take }),
    },
    sharingGrants: {
      find: (query: PageQuery) => database.sharingGrant.findMany(query as never),
      findAll: (where: Where) => database.sharingGrant.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.sharingGrant.count({ where: where as never, take }),
    },
    fieldClosings: {
      find: (query: PageQuery) => database.fieldClosing.findMany(query as never),
      findAll: (where: Where) => database.fieldClosing.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.fieldClosing.count({ where: where as never, take }),
    },
    dataCorrections: {
      find: (query: PageQuery) => database.dataCorrection.findMany(query as never),
      findAll: (where: Where) => database.dataCorrection.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.dataCorrection.count({ where: where as never, take }),
    },
    correctionNotices: {
      find: (query: PageQuery) => database.correctionNotice.findMany(query as never),
      findAll: (where: Where) => database.correctionNotice.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.correctionNotice.count({ where: where as never, take }),
    },
    dataComments: {
      find: (query: PageQuery) => database.dataComment.findMany({ ...query, where: comments(query.where) } as never),
      findAll: (where: Where) => database.dataComment.findMany({ where: comments(where), orderBy: [{ commentedAt: 'asc' }, { id: 'asc' }] }),
      count: (where: Where, take: number) => database.dataComment.count({ where: comments(where), take }),
    },
    accessRecords: {
      find: (query: PageQuery) => database.accessRecord.findMany(query as never),
      findAll: (where: Where) => database.accessRecord.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.accessRecord.count({ where: where as never, take }),
    },
    accessSelections: (hashes: readonly string[]) => database.accessSelection.findMany({ where: { hash: { in: [...hashes] } } }),
    explainTo: (asking: Caller, about: AskedAbout) => explainTo(database, asking, about),
    countResources: (counted: ResourcesCounted) => countResources(database, counted),
    ownersHeard: () => ownersHeard(database),
    /** The index of the search; whoever reads it says what the caller may look into. */
    search: searchIndex(database),
    /** The feed as a log; whoever reads it reads the events themselves by the condition above. */
    feed: feedLog(database),
  };
}

export type Repositories = ReturnType<typeof repositories>;
