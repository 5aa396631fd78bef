import { connection } from '@hub/kernel/lists/connection.js';
import { containing } from '@hub/kernel/lists/conditions.js';
import type { QueryResolvers, RiskInformationOrderField } from '../../generated/graphql.js';

const columns = {
  OBSERVED_ON: 'observedOn',
  COLLECTED_AT: 'collectedAt',
  PRODUCT_NAME: 'productName',
} as const satisfies Record<RiskInformationOrderField, string>;

const day = (text: string) => new Date(`${text}T00:00:00Z`);

export const riskInformationList: QueryResolvers['riskInformationList'] = (_root, args, context, info) => {
  const { filter, orderBy } = args;
  return connection(context, info, {
    key: 'RiskInformation.id',
    args,
    filterType: 'RiskInformationFilter',
    orderType: 'RiskInformationOrder',
    where: {
      ...(!filter?.includeSuperseded && { supersededById: null }),
      ...(filter?.channel && { channel: { in: filter.channel } }),
      ...(filter?.productName && { productName: containing(filter.productName) }),
      ...(filter?.productCategory && { productCategories: { has: filter.productCategory } }),
      ...(filter?.hazardItem && { hazardItem: containing(filter.hazardItem) }),
      ...(filter?.hazardDegree && { hazardDegree: { in: filter.hazardDegree } }),
      ...(filter?.platform && { platforms: { has: filter.platform } }),
      ...(filter?.country && { countries: { has: filter.country } }),
      ...(filter?.hasInjuries != null && { hasInjuries: filter.hasInjuries }),
      ...((filter?.observedFrom || filter?.observedUntil) && {
        observedOn: {
          ...(filter.observedFrom && { gte: day(filter.observedFrom) }),
          ...(filter.observedUntil && { lte: day(filter.observedUntil) }),
        },
      }),
      ...(filter?.state && { state: { in: filter.state } }),
    },
    orderBy: [{ [columns[orderBy?.field ?? 'OBSERVED_ON']]: orderBy?.direction === 'ASC' ? 'asc' : 'desc' }],
    ...context.repositories.riskInformation,
  });
};
