import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, EvidenceFile, EvidenceKind, EvidenceResolvers } from '../generated/graphql.js';

export const Evidence: EvidenceResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.evidence.load(id),
  sample: ({ sampleId }, _args, { loaders }) => loaders.sample.load(sampleId),
  kind: ({ kind }) => kind as EvidenceKind,
  files: ({ files }) => files as unknown as EvidenceFile[],
  missingFiles: ({ id }, _args, { loaders }) => loaders.missingFilesOfEvidence.load(id),
  preserved: ({ preserved }) => preserved as unknown as ActRecord,
};
