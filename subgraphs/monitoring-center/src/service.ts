import { archiveSweep } from '@hub/kernel/archive/archive-sweep.js';
import { preparePersonalKey } from '@hub/kernel/personal/prepare-personal-key.js';
import { personalSweep } from '@hub/kernel/personal/personal-sweep.js';
import type { SubgraphDefinition } from '@hub/kernel/service/subgraph-definition.js';
import { together } from '@hub/kernel/service/together.js';
import { inBatches } from '@hub/kernel/unit-of-work/in-batches.js';
import { sdl } from '@hub/schema/generated/monitoring-center.js';
import { buyerKeepingOf } from './buyers/buyer-keeping-of.js';
import { clusterProposer } from './clusters/cluster-proposer.js';
import { complainantKeepingOf } from './complainants/complainants.js';
import { complainantSweep } from './complainants/complainant-sweep.js';
import type { Context } from './context.js';
import { archiveSettingsOf, buyerSettingsOf, comparisonSettingsOf, complainantSettingsOf, importSettingsOf } from './environment.js';
import { resolvers } from './generated/resolvers.js';
import { importFileSweep } from './imports/import-file-sweep.js';
import { importStore } from './imports/import-store.js';
import { importSweep } from './imports/import-sweep.js';
import { ImportWorker } from './imports/import-worker.js';
import { importsRoute } from './imports/imports-route.js';
import { SourcePuller } from './imports/source-puller.js';
import { mappingTrials } from './imports/mapping-trials.js';
import { usableMappings } from './imports/usable-mappings.js';
import { takeInAcknowledgement } from './inbox/take-in-acknowledgement.js';
import { takeInCommissionAnswer } from './inbox/take-in-commission-answer.js';
import { takeInCorrectionAnswer } from './inbox/take-in-correction-answer.js';
import { takeInCorrectionEnd } from './inbox/take-in-correction-end.js';
import { takeInDecision } from './inbox/take-in-decision.js';
import { takeInInspectionFailure } from './inbox/take-in-inspection-failure.js';
import { takeInInspectionReport } from './inbox/take-in-inspection-report.js';
import { takeInKeyRevocation } from './inbox/take-in-key-revocation.js';
import { takeInLabScope } from './inbox/take-in-lab-scope.js';
import { takeInMonitoringPlan } from './inbox/take-in-monitoring-plan.js';
import { takeInSampleReceipt } from './inbox/take-in-sample-receipt.js';
import { takeInPlanAmendment } from './inbox/take-in-plan-amendment.js';
import { takeInPlanCancellation, takeInPlanCompletion } from './inbox/take-in-plan-end.js';
import { takeInRetestOrder } from './inbox/take-in-retest-order.js';
import { takeInRiskReport } from './inbox/take-in-risk-report.js';
import { takeInUpheldObjection } from './inbox/take-in-upheld-objection.js';
import { loaders } from './loaders/loaders.js';
import { archivedTables } from './repository/archived-tables.js';
import { connectMonitoringCenter, type MonitoringCenterDatabase, type MonitoringCenterTransaction } from './repository/database.js';
import { expireBuyers } from './repository/expire-buyers.js';
import { namedFiles } from './repository/named-files.js';
import { namingRows } from './repository/naming-rows.js';
import { noteClosedCycles } from './repository/note-closed-cycles.js';
import { prepareReceiptKey, receiptKey, receiptKeys } from './repository/receipt-keys.js';
import { repositories } from './repository/repositories.js';
import { sealBuyersOfBefore } from './repository/seal-buyers-of-before.js';
import { searchedMonitoringData } from './repository/searched-monitoring-data.js';
import { searchedRiskInformation } from './repository/searched-risk-information.js';
import { searchedSamples } from './repository/searched-samples.js';

const mappings = usableMappings();

/** The subgraph of the monitoring centres (监测中心, 3.2): from risk information to monitoring data. */
export const monitoringCenterService: SubgraphDefinition<MonitoringCenterTransaction, MonitoringCenterDatabase, Context> = {
  owner: 'monitoring-center',
  sdl,
  resolvers,
  connect: connectMonitoringCenter,
  contextOf: (context, database, environment) => {
    const complainantKeeping = complainantKeepingOf(environment);
    const buyerKeeping = buyerKeepingOf(environment);
    const ownRepositories = repositories(database, { complainantKeeping, buyerKeeping });
    return { ...context, repositories: ownRepositories, loaders: loaders(context.authority, ownRepositories), complainantKeeping, buyerKeeping, imports: { mappings, trials: mappingTrials({ pathOf: (partyId, hash) => importStore(environment).pathOf(partyId, hash) }), keptFor: importSettingsOf(environment).filesKept, sourceHosts: importSettingsOf(environment).sourceHosts } };
  },
  inbox: ({ dataDir }) => ({
    'regulator.AssessmentReportDecided': takeInDecision,
    'regulator.MonitoringPlanIssued': takeInMonitoringPlan,
    'regulator.MonitoringPlanAmended': takeInPlanAmendment,
    'regulator.MonitoringPlanCancelled': takeInPlanCancellation,
    'regulator.MonitoringPlanCompleted': takeInPlanCompletion,
    'regulator.RetestOrdered': takeInRetestOrder,
    'regulator.ObjectionDecided': takeInUpheldObjection,
    'platforms.RiskReported': takeInRiskReport,
    'labs.LabScopeRecorded': takeInLabScope,
    'labs.CommissionAnswered': takeInCommissionAnswer,
    'labs.CommissionCorrectionAnswered': takeInCorrectionAnswer('labs.CommissionCorrectionAnswered'),
    'regulator.SellerCorrectionAnswered': takeInCorrectionAnswer('regulator.SellerCorrectionAnswered'),
    'labs.CommissionCorrectionEnded': takeInCorrectionEnd('labs.CommissionCorrectionEnded'),
    'regulator.SellerCorrectionEnded': takeInCorrectionEnd('regulator.SellerCorrectionEnded'),
    'labs.SampleReceiptRecorded': takeInSampleReceipt,
    'labs.InspectionFailed': takeInInspectionFailure,
    'labs.InspectionReportIssued': takeInInspectionReport(receiptKey(dataDir)),
    'labs.SigningKeyRevoked': takeInKeyRevocation,
    'platforms.MonitoringDataAcknowledged': takeInAcknowledgement,
  }),
  prepare: async (database, environment) => {
    await prepareReceiptKey(database, environment.dataDir);
    await preparePersonalKey(database, environment.dataDir, 'complainants and buyers');
    await inBatches(database, 'monitoring-center', (unit) => sealBuyersOfBefore(unit, buyerKeepingOf(environment)));
  },
  work: (engine) => {
    const { database, environment, log } = engine;
    const [store, imports] = [importStore(environment), importSettingsOf(environment)];
    const buyers = buyerKeepingOf(environment);
    const worker = new ImportWorker(engine, imports, store);
    return together(
      personalSweep({ database, owner: 'monitoring-center', log, seconds: buyerSettingsOf(environment).sweepSeconds, steps: [(unit) => sealBuyersOfBefore(unit, buyers), (unit) => expireBuyers(unit, buyers)] }),
      complainantSweep({ database, log, seconds: complainantSettingsOf(environment).sweepSeconds }),
      archiveSweep({ database, owner: 'monitoring-center', log, note: noteClosedCycles, tables: archivedTables, ...archiveSettingsOf(environment) }),
      clusterProposer({ database, log, seconds: comparisonSettingsOf(environment).seconds, imports: () => worker.imports }),
      importFileSweep({ database, store, log, seconds: imports.sweepSeconds }),
      importSweep({ database, log, keptFor: imports.reportsKept, seconds: imports.sweepSeconds }),
      worker,
      new SourcePuller(engine, imports, store, mappings),
    );
  },
  files: { acts: ['preserveEvidence', 'recordPurchase', 'confirmSample', 'answerRiskNotice'], namedIn: namedFiles, namingRows },
  searched: { RiskInformation: searchedRiskInformation, Sample: searchedSamples, MonitoringData: searchedMonitoringData },
  routes: (server, database, environment, authenticate, engine) => {
    importsRoute(server, { database, environment, authenticate, engine, store: importStore(environment), keptFor: importSettingsOf(environment).filesKept });
    // Anyone may check a receipt, as anyone may check the report.
    server.get('/.well-known/receipt-keys.json', async (_request, reply) => reply.type('application/jwk-set+json').send(JSON.stringify(await receiptKeys(database))));
  },
};
