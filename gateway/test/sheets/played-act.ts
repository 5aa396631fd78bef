import { GraphQLError, GraphQLScalarType } from 'graphql';
import { smallSubgraph, type SmallSubgraph } from '../small-subgraph.js';

const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar Date
  scalar Decimal
  enum SampleState { REGISTERED WAREHOUSED }
  enum Kind { "整装: as one." WHOLE "散装" LOOSE }
  scalar DateTime
  enum AcknowledgementState { RECEIVED ACKNOWLEDGED }
  type Query {
    samples(first: Int, after: String, filter: SampleFilter): SampleConnection
    monitoringDataAcknowledgements(first: Int, after: String, filter: AcknowledgementFilter): AcknowledgementConnection
  }
  input AcknowledgementFilter { state: [AcknowledgementState!] }
  type AcknowledgementConnection { nodes: [Acknowledgement!]! pageInfo: PageInfo! }
  type Acknowledgement @key(fields: "id") { id: ID! number: String productName: String acknowledgeBy: DateTime }
  input SampleFilter { state: [SampleState!] planId: ID }
  type SampleConnection { nodes: [Sample!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Sample @key(fields: "id") { id: ID! number: String blindNumber: String productName: String }
  input FeeInput { "金额" amount: Decimal! }
  input PhotoInput { "名称" name: String! "数量" count: Int! }
  input WarehouseSampleInput {
    idempotencyKey: String!
    sampleId: ID!
    expectedRevision: Int
    "存放位置"
    place: String!
    "到期日"
    due: Date
    "种类"
    kind: Kind!
    "费用"
    fee: FeeInput
    "照片"
    photos: [PhotoInput!]
  }
  type Refusal { code: String! message: String! field: String }
  type Outcome { value: Sample refusal: Refusal }
  type Payload { outcomes: [Outcome!]! }
  input AcknowledgeInput { idempotencyKey: String! monitoringDataId: ID! }
  type AcknowledgementOutcome { value: Acknowledgement refusal: Refusal }
  type AcknowledgementPayload { outcomes: [AcknowledgementOutcome!]! }
  type Mutation {
    "Put it into the warehouse (入库, 5.2.4 a)." warehouseSample(items: [WarehouseSampleInput!]!): Payload
    "Acknowledge it (签收, 5.4.1)." acknowledgeMonitoringData(items: [AcknowledgeInput!]!): AcknowledgementPayload
  }
`;

interface Item {
  readonly idempotencyKey: string;
  readonly sampleId: string;
  readonly place: string;
}

/** The owner of one act and of the list of what waits for it, as a test plays it: receipts as the kernel keeps them. What waits to be acknowledged can be listed, too. */
export class PlayedAct {
  readonly subgraph: SmallSubgraph;
  /** What was done, in whose name. */
  readonly done: (Item & { party: string; kind?: string; photos?: object[] })[] = [];
  /** How the list was asked. */
  readonly asked: { filter: object; party: string }[] = [];
  waiting: readonly object[] = [];
  /** Which code refuses an item. */
  refuses: (item: Item) => string | undefined = () => undefined;
  /** Refuses the list and the act as a whole. */
  refuse: string | undefined;
  /** After how many operations the owner fails. */
  failsAfter = Infinity;
  #operations = 0;
  #held: Promise<void> | undefined;
  #reached = () => undefined as void;
  held: Promise<void> = Promise.resolve();

  constructor(subgraph: SmallSubgraph) {
    this.subgraph = subgraph;
  }

  reset(): void {
    Object.assign(this, { waiting: [], refuses: () => undefined, refuse: undefined, failsAfter: Infinity });
    this.#operations = 0;
    this.done.length = 0;
    this.asked.length = 0;
  }

  /** Keeps the next operation waiting until it is released; `held` tells when it has come. */
  hold(): () => void {
    let release = () => undefined as void;
    this.#held = new Promise((resolve) => (release = resolve));
    this.held = new Promise((resolve) => (this.#reached = resolve));
    return () => release();
  }

  list(filter: object): object {
    this.#requireOpen();
    this.asked.push({ filter, party: this.#party });
    return { nodes: this.waiting, pageInfo: { hasNextPage: false, endCursor: null } };
  }

  async act(items: readonly Item[]): Promise<object> {
    this.#requireOpen();
    // As the kernel: rights first, then how many items there are.
    if (items.length === 0) throw new GraphQLError('There is none.', { extensions: { code: 'LIST_TOO_LONG' } });
    const held = this.#held;
    this.#held = undefined;
    this.#reached();
    await held;
    if ((this.#operations += 1) > this.failsAfter) throw new GraphQLError('The owner fails.', { extensions: { code: 'DATABASE_UNAVAILABLE' } });
    return {
      outcomes: items.map((item) => {
        const code = this.refuses(item);
        if (code !== undefined) return { value: null, refusal: { code, message: `${code}, said the owner.`, field: 'place' } };
        if (!this.done.some(({ idempotencyKey }) => idempotencyKey === item.idempotencyKey)) this.done.push({ ...item, party: this.#party });
        return { value: { id: item.sampleId, number: `YP-${item.sampleId}` }, refusal: null };
      }),
    };
  }

  #requireOpen(): void {
    if (this.refuse !== undefined) throw new GraphQLError('It is refused.', { extensions: { code: this.refuse } });
  }

  get #party(): string {
    const bearer = this.subgraph.received.at(-1)?.authorization ?? '';
    return (JSON.parse(Buffer.from(bearer.split('.')[1] ?? '', 'base64url').toString() || '{}') as { party?: string }).party ?? '';
  }
}

/** Starts the owner of an act that a test plays. */
export async function playedAct(): Promise<PlayedAct> {
  // It reads two decimals, and no more.
  const decimal = new GraphQLScalarType({
    name: 'Decimal',
    parseValue: (value) => {
      if (typeof value === 'string' && /^\d+(\.\d{1,2})?$/.test(value)) return value;
      throw new GraphQLError('Decimal cannot represent that.');
    },
  });
  const subgraph = await smallSubgraph('samples', typeDefs, {
    Decimal: decimal,
    Query: {
      samples: (_root: unknown, { filter = {} }: { filter?: object }) => played.list(filter),
      monitoringDataAcknowledgements: (_root: unknown, { filter = {} }: { filter?: object }) => played.list(filter),
    },
    Mutation: { warehouseSample: (_root: unknown, { items }: { items: Item[] }) => played.act(items.map((item) => ({ ...item }))) },
  });
  const played = new PlayedAct(subgraph);
  return played;
}
