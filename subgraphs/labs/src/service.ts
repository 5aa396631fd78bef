import { archiveSweep } from '@hub/kernel/archive/archive-sweep.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { etagMatches } from '@hub/kernel/service/etag-matches.js';
import type { SubgraphDefinition } from '@hub/kernel/service/subgraph-definition.js';
import { sdl } from '@hub/schema/generated/labs.js';
import type { Context } from './context.js';
import { archiveSettingsOf } from './environment.js';
import { resolvers } from './generated/resolvers.js';
import { takeInCommission } from './inbox/take-in-commission.js';
import { takeInCommissionWithdrawal } from './inbox/take-in-commission-withdrawal.js';
import { takeInProposalWithdrawal } from './inbox/take-in-proposal-withdrawal.js';
import { takeInProposedCorrection } from './inbox/take-in-proposed-correction.js';
import { takeInReportRefusal } from './inbox/take-in-report-refusal.js';
import { takeInSampleDispatch } from './inbox/take-in-sample-dispatch.js';
import { loaders } from './loaders/loaders.js';
import { archivedTables } from './repository/archived-tables.js';
import { connectLabs, type LabsDatabase, type LabsTransaction } from './repository/database.js';
import { namedFiles } from './repository/named-files.js';
import { namingRows } from './repository/naming-rows.js';
import { noteClosedCycles } from './repository/note-closed-cycles.js';
import { reportKeys } from './repository/report-keys.js';
import { repositories } from './repository/repositories.js';
import { searchedInspectionReports } from './repository/searched-inspection-reports.js';
import { requireKeysOpen } from './signing/require-keys-open.js';
import { signerOf } from './signing/signer-of.js';

/** The subgraph of the labs (检验机构, 3.3): their scope, commissions and samples at their desks, and signed inspection reports. */
export const labsService: SubgraphDefinition<LabsTransaction, LabsDatabase, Context> = {
  owner: 'labs',
  sdl,
  resolvers,
  connect: connectLabs,
  contextOf: (context, database, environment) => {
    const ownRepositories = repositories(database);
    return { ...context, maskKey: environment.maskKey, signer: signerOf(environment), repositories: ownRepositories, loaders: loaders(context.authority, ownRepositories) };
  },
  inbox: {
    'monitoring-center.InspectionCommissioned': takeInCommission,
    'monitoring-center.CommissionWithdrawn': takeInCommissionWithdrawal,
    'monitoring-center.CorrectionProposed': takeInProposedCorrection,
    'monitoring-center.CorrectionProposalWithdrawn': takeInProposalWithdrawal,
    'monitoring-center.SampleDispatched': takeInSampleDispatch,
    'monitoring-center.ReportRefused': takeInReportRefusal,
  },
  prepare: async (database, environment) => {
    // A wrong setting stops the start, not the first report.
    signerOf(environment);
    await requireKeysOpen(database, environment.maskKey);
  },
  work: ({ database, environment, log }) => archiveSweep({ database, owner: 'labs', log, note: noteClosedCycles, tables: archivedTables, ...archiveSettingsOf(environment) }),
  files: { acts: ['recordSampleReceipt', 'reportInspectionFailure'], namedIn: namedFiles, namingRows },
  searched: { InspectionReport: searchedInspectionReports },
  routes: (server, database) => {
    // Anyone may verify a report (3.3), so nobody is asked who it is.
    server.get('/.well-known/report-keys.json', async ({ headers }, reply) => {
      const keys = JSON.stringify(await reportKeys(database));
      const etag = `"${sha256(keys)}"`;
      // A revocation is to be seen soon.
      void reply.headers({ etag, 'cache-control': 'public, max-age=60' });
      return etagMatches(headers['if-none-match'], etag) ? reply.code(304).send() : reply.type('application/jwk-set+json').send(keys);
    });
  },
};
