import { entityLoader } from '@hub/kernel/loading/entity-loader.js';
import { groupLoader } from '@hub/kernel/loading/group-loader.js';
import { personalContentLoader } from '@hub/kernel/personal/personal-loaders.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import type { Repositories } from '../repository/repositories.js';
import { countedResourceLoader } from './counted-resource-loader.js';
import { delegationsInForceLoader } from './delegations-in-force-loader.js';
import { dutiesOfPlanLoader } from './duties-of-plan-loader.js';
import { nameLoader } from './name-loader.js';
import { spendingOfPlanLoader } from './spending-of-plan-loader.js';
import { selectedCoordinatesLoader } from './selected-coordinates-loader.js';

/** The loaders of one operation: each batch is one statement, and only rows that the caller may see come back. */
export function loaders(authority: OperationAuthority, repositories: Repositories, now: Date) {
  return {
    participant: entityLoader(authority, 'Participant.id', repositories.participants.findAll),
    participantUser: entityLoader(authority, 'ParticipantUser.id', repositories.participantUsers.findAll),
    userName: nameLoader(repositories),
    contactAddress: personalContentLoader(repositories.contacts.opened),
    roleMapping: entityLoader(authority, 'RoleMapping.id', repositories.roleMappings.findAll),
    roleMappingsOfParticipant: groupLoader(authority, 'RoleMapping.id', 'participantId', repositories.roleMappings.findAll),
    clientKey: entityLoader(authority, 'ClientKey.id', repositories.clientKeys.findAll),
    usersOfParticipant: groupLoader(authority, 'ParticipantUser.id', 'participantId', repositories.participantUsers.findAll),
    membershipApplication: entityLoader(authority, 'MembershipApplication.id', repositories.membershipApplications.findAll),
    membershipEntry: entityLoader(authority, 'MembershipEntry.id', repositories.membershipEntries.findAll),
    exchangeEvent: entityLoader(authority, 'ExchangeEvent.id', repositories.exchangeEvents.findAll),
    duty: entityLoader(authority, 'Duty.id', repositories.duties.findAll),
    taskClaim: entityLoader(authority, 'TaskClaim.id', repositories.taskClaims.findAll),
    claimsOfDuty: groupLoader(authority, 'TaskClaim.id', 'dutyId', repositories.taskClaims.findAll),
    delegation: entityLoader(authority, 'Delegation.id', repositories.delegations.findAll),
    delegationsInForce: delegationsInForceLoader(repositories),
    numberPattern: entityLoader(authority, 'NumberPattern.id', repositories.numberPatterns.findAll),
    webhook: entityLoader(authority, 'Webhook.id', repositories.webhooks.findAll),
    sharingRequest: entityLoader(authority, 'SharingRequest.id', repositories.sharingRequests.findAll),
    requestsOfApplication: groupLoader(authority, 'SharingRequest.id', 'application', repositories.sharingRequests.findAll),
    sharingGrant: entityLoader(authority, 'SharingGrant.id', repositories.sharingGrants.findAll),
    grantsOfRequest: groupLoader(authority, 'SharingGrant.id', 'requestId', repositories.sharingGrants.findAll),
    fieldClosing: entityLoader(authority, 'FieldClosing.id', repositories.fieldClosings.findAll),
    dataCorrection: entityLoader(authority, 'DataCorrection.id', repositories.dataCorrections.findAll),
    correctionNotice: entityLoader(authority, 'CorrectionNotice.id', repositories.correctionNotices.findAll),
    dataComment: entityLoader(authority, 'DataComment.id', repositories.dataComments.findAll),
    commentsOnMonitoringData: groupLoader(authority, 'DataComment.id', 'subjectId', (where) => repositories.dataComments.findAll({ AND: [where, { subjectType: 'MonitoringData', state: { in: ['ON_RECORD', 'ANSWERED'] } }] })),
    accessRecord: entityLoader(authority, 'AccessRecord.id', repositories.accessRecords.findAll),
    selectedCoordinates: selectedCoordinatesLoader(repositories),
    countedResource: countedResourceLoader(authority.caller, repositories),
    dutiesOfPlan: dutiesOfPlanLoader(authority, repositories, now),
    spendingOfPlan: spendingOfPlanLoader(authority, repositories, now),
  };
}

export type Loaders = ReturnType<typeof loaders>;
