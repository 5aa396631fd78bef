import { archiveSweep } from '@hub/kernel/archive/archive-sweep.js';
import { calendarInForce } from '@hub/kernel/calendar/calendar-in-force.js';
import { operatorsCalendar } from '@hub/kernel/calendar/operators-calendar.js';
import { preparePersonalKey } from '@hub/kernel/personal/prepare-personal-key.js';
import { personalSweep } from '@hub/kernel/personal/personal-sweep.js';
import type { SubgraphDefinition } from '@hub/kernel/service/subgraph-definition.js';
import { together } from '@hub/kernel/service/together.js';
import { inBatches } from '@hub/kernel/unit-of-work/in-batches.js';
import { calendarListId } from '@hub/schema/code-lists/calendar-codes.js';
import { sdl } from '@hub/schema/generated/regulator.js';
import type { Context } from './context.js';
import { archiveSettingsOf, recipientSettingsOf } from './environment.js';
import { resolvers } from './generated/resolvers.js';
import { takeInAssessmentReport } from './inbox/take-in-assessment-report.js';
import { takeInDirectionReport } from './inbox/take-in-direction-report.js';
import { takeInMonitoringData } from './inbox/take-in-monitoring-data.js';
import { takeInNoticeConfirmation } from './inbox/take-in-notice-confirmation.js';
import { takeInObjection } from './inbox/take-in-objection.js';
import { takeInProposalWithdrawal } from './inbox/take-in-proposal-withdrawal.js';
import { takeInProposedCorrection } from './inbox/take-in-proposed-correction.js';
import { takeInRegulator } from './inbox/take-in-regulator.js';
import { takeInRetestFailure } from './inbox/take-in-retest-failure.js';
import { loaders } from './loaders/loaders.js';
import { recipientKeepingOf } from './recipients/recipient-keeping-of.js';
import { archivedTables } from './repository/archived-tables.js';
import { connectRegulator, type RegulatorDatabase, type RegulatorTransaction } from './repository/database.js';
import { expireRecipients } from './repository/expire-recipients.js';
import { namedFiles } from './repository/named-files.js';
import { namingRows } from './repository/naming-rows.js';
import { noteClosedCycles } from './repository/note-closed-cycles.js';
import { repositories } from './repository/repositories.js';
import { sealRecipientsOfBefore } from './repository/seal-recipients-of-before.js';
import { publicNoticesRoute } from './routes/public-notices-route.js';

/** The subgraph of the regulators (监管部门, 3.1): decisions on reports, monitoring plans, cases with their directions, and what follows a result: notices, objections, retests and public notices. */
export const regulatorService: SubgraphDefinition<RegulatorTransaction, RegulatorDatabase, Context> = {
  owner: 'regulator',
  sdl,
  resolvers,
  connect: connectRegulator,
  contextOf: (context, database, environment) => {
    const recipientKeeping = recipientKeepingOf(environment);
    const ownRepositories = repositories(database, recipientKeeping);
    const workingCalendar = () => calendarInForce(operatorsCalendar(environment), context.codeLists.get(calendarListId));
    return { ...context, repositories: ownRepositories, loaders: loaders(context.authority, ownRepositories), recipientKeeping, workingCalendar };
  },
  inbox: (environment) => ({
    'exchange.ParticipantChanged': takeInRegulator,
    'monitoring-center.AssessmentReportSubmitted': takeInAssessmentReport,
    'monitoring-center.MonitoringDataFedBack': takeInMonitoringData,
    'monitoring-center.CorrectionProposed': takeInProposedCorrection,
    'monitoring-center.CorrectionProposalWithdrawn': takeInProposalWithdrawal,
    'monitoring-center.RetestImpossible': takeInRetestFailure,
    'platforms.DirectionReported': takeInDirectionReport,
    'platforms.ResultNoticeConfirmed': takeInNoticeConfirmation(operatorsCalendar(environment)),
    'platforms.ObjectionRaised': takeInObjection,
  }),
  prepare: async (database, environment) => {
    await preparePersonalKey(database, environment.dataDir, 'recipients of notices');
    await inBatches(database, 'regulator', (unit) => sealRecipientsOfBefore(unit, recipientKeepingOf(environment)));
  },
  work: ({ database, environment, log }) => {
    const recipients = recipientKeepingOf(environment);
    return together(
      personalSweep({ database, owner: 'regulator', log, seconds: recipientSettingsOf(environment).sweepSeconds, steps: [(unit) => sealRecipientsOfBefore(unit, recipients), (unit) => expireRecipients(unit, recipients)] }),
      archiveSweep({ database, owner: 'regulator', log, note: noteClosedCycles, tables: archivedTables, ...archiveSettingsOf(environment) }),
    );
  },
  files: { acts: ['recordDirectionAnswer', 'recordNoticeService', 'recordObjection', 'referCase', 'answerCaseReferral'], namedIn: namedFiles, namingRows },
  // The one thing that is open to the public, so nobody is asked who it is.
  routes: (server, _database, _environment, _authenticate, engine) => publicNoticesRoute(server, engine),
};
