import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { CollectionChannel, HazardDegree, RiskInformationResolvers, RiskInformationState } from '../generated/graphql.js';

export const RiskInformation: RiskInformationResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.riskInformation.load(id),
  supersededBy: ({ supersededById }, _args, { loaders }) => (supersededById === null ? null : loaders.riskInformation.load(supersededById)),
  channel: ({ channel }) => channel as CollectionChannel,
  hazardDegree: ({ hazardDegree }) => hazardDegree as HazardDegree,
  scope: ({ units, unitsText, countries, retailers, platforms, soldFrom, soldUntil }) => ({
    units,
    unitsText,
    countries,
    retailers,
    platforms,
    soldFrom,
    soldUntil,
  }),
  injuries: ({ hasInjuries, hasDeaths, injuries }) => ({ hasInjuries, hasDeaths, description: injuries }),
  state: ({ state }) => state as RiskInformationState,
  center: ({ holder }) => ({ id: holder }),
  sourceRecord: async ({ id, source, sourceKey, contentType, contentHash, collectedAt }, _args, { loaders }) => ({
    source,
    key: sourceKey,
    content: await loaders.sourceContent.load(id),
    contentType,
    contentHash,
    receivedAt: collectedAt,
  }),
  // The complainant is kept apart from the matter and never leaves the centre (5.1.1): a complaint's own words would name whoever made it.
  sourceText: ({ id, channel }, _args, { loaders }) => (channel === 'COMPLAINT' ? null : loaders.sourceContent.load(id)),
  complainant: async ({ document }, _args, { loaders }) => (await loaders.complainantOfDocument.load(document))[0] ?? null,
  cluster: ({ clusterId }, _args, { loaders }) => (clusterId === null ? null : loaders.riskCluster.load(clusterId)),
  assessments: ({ id }, _args, { loaders }) => loaders.assessmentsOfRiskInformation.load(id),
};
