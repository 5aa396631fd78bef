import type { PlayedGraph } from '../played-subgraph.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5",
  import: ["@key", "@requires", "@external", "@provides", "@shareable", "@override"])`;

/** Lists in lists, values that two subgraphs share, compound keys, keys that are only reached over a third subgraph, and the root inside of a mutation's payload. */
export const listsGraph: PlayedGraph = {
  name: 'lists',
  requires: { 'Plan.score': ['parts'], 'Region.label': ['name'] },
  subgraphs: {
    plans: `${link}
      type Query { plans: [[[Plan]]!] plan(number: Int): Plan board: Board! today: String @shareable }
      type Mutation { begin(number: Int = 1): Begun! finish: Plan }
      type Begun { query: Query! plan: Plan }
      type Board @shareable { title: String! rows: [[Cell]!]! }
      type Cell @shareable { text: String! }
      type Plan @key(fields: "id") { id: ID! title: String! region: Region state: State! parts: [Part] toString: String constructor: String }
      type Part { name: String plan: Plan sizes: [[Int!]] }
      type Region @key(fields: "code") { code: ID! }
      enum State { OPEN CLOSED }`,
    places: `${link}
      type Query { regions: [Region!]! today: String @shareable }
      type Region @key(fields: "code") @key(fields: "code near { code }") { code: ID! near: Spot! name: String plans: [Plan!] }
      type Spot { code: ID! name: String! }
      type Plan @key(fields: "id") { id: ID! number: ID! state: State! @override(from: "plans") }
      enum State { OPEN CLOSED }`,
    scores: `${link}
      type Query { best: [Plan] }
      type Plan @key(fields: "id") { id: ID! parts: [Part] @external score: Float @requires(fields: "parts { name sizes }") next: [[Plan]!]! }
      type Part @shareable { name: String @external sizes: [[Int!]] @external }
      type Region @key(fields: "code") { code: ID! name: String @external label(short: Boolean! = false): String! @requires(fields: "name") }`,
    spots: `${link}
      type Region @key(fields: "code near { code }") { code: ID! near: Spot! @external weather: String alerts: [Alert!]! }
      type Spot { code: ID! @external }
      type Alert { about: Region! text: String level: Int! }`,
  },
};
