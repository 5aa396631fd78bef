import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, InspectionCommissionResolvers, InspectionCommissionState, TestItem } from '../generated/graphql.js';

export const InspectionCommission: InspectionCommissionResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.inspectionCommission.load(id),
  lab: ({ labId }) => ({ id: labId }),
  // A lab that declined, or whose commission was withdrawn, does not see the samples any more.
  samples: async ({ sampleIds }, _args, { loaders }) =>
    (await Promise.all(sampleIds.map((id) => loaders.sample.load(id)))).filter((sample) => sample !== null),
  testItems: ({ testItems }) => testItems as unknown as TestItem[],
  testFee: ({ testFeeAmount, testFeeCurrency }) => (testFeeAmount === null || testFeeCurrency === null ? null : { amount: testFeeAmount, currency: testFeeCurrency }),
  center: ({ holder }) => ({ id: holder }),
  commissioned: ({ commissioned }) => commissioned as unknown as ActRecord,
  withdrawn: ({ withdrawn }) => withdrawn as unknown as ActRecord | null,
  state: ({ state }) => state as InspectionCommissionState,
  plan: ({ planId }) => ({ id: planId }),
};
