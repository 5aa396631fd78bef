import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers, RiskInformationOrderField } from '../../generated/graphql.js';
import { whereRiskInformation } from '../../repository/where-risk-information.js';

const columns = {
  OBSERVED_ON: 'observedOn',
  COLLECTED_AT: 'collectedAt',
  PRODUCT_NAME: 'productName',
} as const satisfies Record<RiskInformationOrderField, string>;

export const riskInformationList: QueryResolvers['riskInformationList'] = async (_root, args, context, info) => {
  const { orderBy } = args;
  return connection(context, info, {
    key: 'RiskInformation.id',
    args,
    filterType: 'RiskInformationFilter',
    orderType: 'RiskInformationOrder',
    where: await whereRiskInformation(args.filter, context.repositories),
    orderBy: [{ [columns[orderBy?.field ?? 'OBSERVED_ON']]: orderBy?.direction === 'ASC' ? 'asc' : 'desc' }],
    ...context.repositories.riskInformation,
  });
};
