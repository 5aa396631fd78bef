import { archiveSweep } from '@hub/kernel/archive/archive-sweep.js';
import { preparePersonalKey } from '@hub/kernel/personal/prepare-personal-key.js';
import { personalSweep } from '@hub/kernel/personal/personal-sweep.js';
import type { SubgraphDefinition } from '@hub/kernel/service/subgraph-definition.js';
import { together } from '@hub/kernel/service/together.js';
import { inBatches } from '@hub/kernel/unit-of-work/in-batches.js';
import { sdl } from '@hub/schema/generated/platforms.js';
import { contactKeepingOf } from './contacts/contact-keeping-of.js';
import type { Context } from './context.js';
import { archiveSettingsOf, contactSettingsOf } from './environment.js';
import { resolvers } from './generated/resolvers.js';
import { takeInDirection } from './inbox/take-in-direction.js';
import { takeInDirectionEnd } from './inbox/take-in-direction-end.js';
import { takeInMonitoringData } from './inbox/take-in-monitoring-data.js';
import { takeInNoticeEnd } from './inbox/take-in-notice-end.js';
import { takeInNoticeService } from './inbox/take-in-notice-service.js';
import { takeInObjectionDecision } from './inbox/take-in-objection-decision.js';
import { takeInParticipant } from './inbox/take-in-participant.js';
import { takeInResultNotice } from './inbox/take-in-result-notice.js';
import { takeInRiskReportAnswer } from './inbox/take-in-risk-report-answer.js';
import { loaders } from './loaders/loaders.js';
import { archivedTables } from './repository/archived-tables.js';
import { connectPlatforms, type PlatformsDatabase, type PlatformsTransaction } from './repository/database.js';
import { expireContacts } from './repository/expire-contacts.js';
import { namedFiles } from './repository/named-files.js';
import { namingRows } from './repository/naming-rows.js';
import { noteClosedCycles } from './repository/note-closed-cycles.js';
import { repositories } from './repository/repositories.js';
import { sealContactsOfBefore } from './repository/seal-contacts-of-before.js';
import { searchedListings } from './repository/searched-listings.js';

/** The subgraph of the platforms (电商平台, 3.4): their merchants, shops and listings, what they report, and what arrives at the desks of platforms, merchants and enterprises. */
export const platformsService: SubgraphDefinition<PlatformsTransaction, PlatformsDatabase, Context> = {
  owner: 'platforms',
  sdl,
  resolvers,
  connect: connectPlatforms,
  contextOf: (context, database, environment) => {
    const contactKeeping = contactKeepingOf(environment);
    const ownRepositories = repositories(database, contactKeeping);
    return { ...context, repositories: ownRepositories, loaders: loaders(context.authority, ownRepositories), contactKeeping };
  },
  inbox: {
    'exchange.ParticipantChanged': takeInParticipant,
    'monitoring-center.MonitoringDataFedBack': takeInMonitoringData,
    'monitoring-center.RiskReportTakenIn': takeInRiskReportAnswer,
    'regulator.DirectionIssued': takeInDirection,
    'regulator.DirectionEnded': takeInDirectionEnd,
    'regulator.ResultNoticeIssued': takeInResultNotice,
    'regulator.ResultNoticeServed': takeInNoticeService,
    'regulator.ResultNoticeEnded': takeInNoticeEnd,
    'regulator.ObjectionDecided': takeInObjectionDecision,
  },
  prepare: async (database, environment) => {
    await preparePersonalKey(database, environment.dataDir, 'contacts of merchants');
    await inBatches(database, 'platforms', (unit) => sealContactsOfBefore(unit, contactKeepingOf(environment)));
  },
  work: ({ database, environment, log }) => {
    const contacts = contactKeepingOf(environment);
    return together(
      personalSweep({ database, owner: 'platforms', log, seconds: contactSettingsOf(environment).sweepSeconds, steps: [(unit) => sealContactsOfBefore(unit, contacts), (unit) => expireContacts(unit, contacts)] }),
      archiveSweep({ database, owner: 'platforms', log, note: noteClosedCycles, tables: archivedTables, ...archiveSettingsOf(environment) }),
    );
  },
  searched: { Listing: searchedListings },
  files: { acts: ['delistListings', 'notifyShops', 'fileSelfInspection', 'fileRectification', 'reportDirection', 'objectToResult'], namedIn: namedFiles, namingRows },
};
