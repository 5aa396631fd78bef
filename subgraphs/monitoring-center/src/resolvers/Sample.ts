import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type {
  ActRecord,
  FailedInspection,
  GoodsReturn,
  SampleArrival,
  SampleConfirmation,
  SampleDisposal,
  SampleRelabelling,
  SampleResolvers,
  SampleShipment,
  SampleState,
  SampleVerification,
  SampleWarehousing,
  ToldReceipt,
  Verdict,
  WarehouseDeparture,
} from '../generated/graphql.js';

export const Sample: SampleResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.sample.load(id),
  state: ({ state }) => state as SampleState,
  purchase: ({ purchaseId }, _args, { loaders }) => loaders.purchase.load(purchaseId),
  retestOf: ({ retestOfId }, _args, { loaders }) => (retestOfId === null ? null : loaders.sample.load(retestOfId)),
  retest: ({ retestId }) => (retestId === null ? null : { id: retestId }),
  commission: ({ commissionId }, _args, { loaders }) => (commissionId === null ? null : loaders.inspectionCommission.load(commissionId)),
  confirmation: ({ confirmation }) => confirmation as unknown as SampleConfirmation | null,
  shipment: ({ shipment }) => shipment as unknown as SampleShipment | null,
  receipt: ({ receipt }) => receipt as unknown as SampleArrival | null,
  verification: ({ verification }) => verification as unknown as SampleVerification | null,
  registered: ({ registered }) => registered as unknown as ActRecord | null,
  warehousing: ({ warehousing }) => warehousing as unknown as SampleWarehousing | null,
  dispatch: ({ dispatch }) => dispatch as unknown as WarehouseDeparture | null,
  receiptAtLab: ({ receiptAtLab }) => receiptAtLab as unknown as ToldReceipt | null,
  goodsReturn: ({ goodsReturn }) => goodsReturn as unknown as GoodsReturn | null,
  // Those that were cancelled came before the one that stands.
  replacementOrder: async ({ id }, _args, { loaders }) => (await loaders.ordersInPlaceOfSample.load(id)).find(({ state }) => state !== 'CANCELLED') ?? null,
  evidence: ({ id }, _args, { loaders }) => loaders.evidenceOfSample.load(id),
  inspectionFailure: ({ failure }) => failure as unknown as FailedInspection | null,
  conclusion: ({ conclusion }) => conclusion as Verdict | null,
  disposals: ({ disposals }) => disposals as unknown as SampleDisposal[],
  relabellings: ({ relabellings }) => relabellings as unknown as SampleRelabelling[],
};
