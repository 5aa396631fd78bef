import { GraphQLError } from 'graphql';
import { smallSubgraph, type SmallContext, type SmallSubgraph } from '../small-subgraph.js';

const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { purchase(id: ID!): Purchase sample(id: ID!): Sample inspectionReport(id: ID!): InspectionReport }
  enum InspectionReportState { "已编制" PREPARED "已退回" RETURNED "已签发" ISSUED "已被取代" SUPERSEDED "已作废: void" DISCARDED }
  type InspectionReport @key(fields: "id") { id: ID! number: String! version: Int! state: InspectionReportState! supersededBy: InspectionReport }
  enum PurchaseState { "已购买: bought" PURCHASED "已退货" RETURNED }
  type Purchase @key(fields: "id") {
    id: ID! number: String! productName: String! shopName: String! orderNumber: String! state: PurchaseState
    purchasedAt: String! buyerName: String buyerAccount: String screenshots: [File!]!
  }
  type File { name: String hash: String! size: Int! }
  type Sample @key(fields: "id") { id: ID! number: String blindNumber: String! productKind: String! productName: String warehousing: Warehousing }
  type Warehousing { place: String! sealNumber: String! quantityForTest: Int! quantityRetained: Int! }
`;

/** A purchase and samples of an owner that is played: what they say, and what becomes of a question. */
export interface PlayedPurchase {
  readonly subgraph: SmallSubgraph;
  purchase: object;
  report: object;
  /** Whether the buyer's name is refused, and the account masked. */
  withhold: boolean;
  /** Whether something goes wrong with the buyer's name alone. */
  fails: boolean;
  /** Before each answer. */
  before: () => void | Promise<void>;
}

/** Starts the owner of what a test lays out. */
export async function playedPurchase(): Promise<PlayedPurchase> {
  const played: Omit<PlayedPurchase, 'subgraph'> & { subgraph?: SmallSubgraph } = { purchase: {}, report: {}, withhold: false, fails: false, before: () => undefined };
  const note = (field: string, more: object) => ({ coordinate: `Purchase.${field}`, path: ['purchase', field], owner: 'monitoring-center', terms: 'buyer', class: 'NOT_SHARED', message: 'in words', count: 1, ...more });
  played.subgraph = await smallSubgraph('center', typeDefs, {
    Query: {
      purchase: async (_root: unknown, { id }: { id: string }) => {
        await played.before();
        return id === 'hidden' ? null : { id, number: 'GY-2026-000017', shopName: '小满家电', orderNumber: 'O-1', state: 'PURCHASED', purchasedAt: '2026-11-20T16:30:00Z', buyerName: '王小明', buyerAccount: 'xiaoming_w', screenshots: [], productName: '电热水壶', ...played.purchase };
      },
      inspectionReport: (_root: unknown, { id }: { id: string }) => ({ id, number: 'QH-1', version: 1, state: 'ISSUED', ...played.report }),
      sample: (_root: unknown, { id }: { id: string }) =>
        id === 'hidden' ? null : { id, number: `YP-${id}`, blindNumber: `M-${id}`, productKind: '电热水壶', productName: '小满电热水壶 1.7L', warehousing: id === 'unkept' ? null : { place: 'A-03-2', sealNumber: 'FQ-1', quantityForTest: 1, quantityRetained: 1 } },
    },
    Purchase: {
      buyerName: ({ buyerName }: { buyerName: string }, _arguments: object, { sharing }: SmallContext) => {
        if (played.fails) throw new Error('away');
        if (!played.withhold) return buyerName;
        sharing.refused.push(note('buyerName', { code: 'SHARING_NOT_IN_AUDIENCE' }));
        throw new GraphQLError('Purchase.buyerName is shared with others.', { extensions: { code: 'SHARING_NOT_IN_AUDIENCE' } });
      },
      buyerAccount: ({ buyerAccount }: { buyerAccount: string }, _arguments: object, { sharing }: SmallContext) => {
        if (!played.withhold) return buyerAccount;
        sharing.masked.push(note('buyerAccount', { mask: 'PARTIAL' }));
        return 'x********w';
      },
    },
  });
  return played as PlayedPurchase;
}
