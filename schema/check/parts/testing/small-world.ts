import { parse, print } from 'graphql';
import { sharingSdl } from '../../../generated/authoring.js';
import { subgraphDocument } from '../../../policy/terms/subgraph-document.js';

/** Terms of an owner, on every field of it. */
const of = (owner: string) => `@sharing(owner: "${owner}", terms: "all", class: UNCONDITIONAL, audience: [{kinds: [REGULATOR, LAB], basis: {kind: STATUTE, reference: "5.4.3"}}], grade: GENERAL)`;

/** The same, open to merchants besides: of little else there is a contract with them. */
const ofTrade = of('trade').replace('LAB', 'LAB, MERCHANT');

/** What several subgraphs have alike, or nearly. */
const shared = {
  money: 'type Money @shareable { amount: Float @structural unit: Unit @structural }',
  period: 'input Period { from: String until: String }',
  unit: 'enum Unit { PIECE KILO }',
};

const goods = `
  ${shared.money} ${shared.period} ${shared.unit}
  interface Named { name: String }
  enum Colour { RED GREEN }
  enum Grade { A B }
  scalar Day
  type Ware implements Named @key(fields: "id") @key(fields: "code") { id: ID! $ code: String! $ name: String $ price: Money $ colour: Colour $ grade: Grade $ made: Day $ parts(first: Int): [Part!] $ }
  type Part implements Named @key(fields: "ware { id } number") { ware: Ware! $ number: Int! $ name: String $ }
  union Found = Ware | Part
  type Page { nodes: [Ware!] @structural hasNext: Boolean @structural }
  extend type Query { ware(id: ID!): Ware $ wares(unit: Unit, during: Period): Page $ found(text: String!): [Found!] $ named: [Named!] $ }
  extend type Mutation { nameWare(id: ID!, name: String!): Ware @act(owner: "goods", audience: [{kinds: [LAB], basis: {kind: STATUTE, reference: "5.4.3"}}]) }`;

const shops = `
  ${shared.money} ${shared.unit}
  interface Named { name: String }
  enum Colour { RED GREEN BLUE }
  type Shop implements Named @key(fields: "id") { id: ID! $ name: String $ offers(colour: [Unit!]): [Offer!] $ town: Town $ }
  type Offer @key(fields: "id") { id: ID! $ shop: Shop $ ware: Ware $ price: Money $ }
  type Ware @key(fields: "id") { id: ID! $goods offers: [Offer!] $ shade: Colour $ }
  type Town { name: String $ shops: [Shop!] $ }
  input ShopFilter { town: String during: Span }
  input Span { days: Int = 3 }
  extend type Query { shop(id: ID!): Shop $ shops(filter: ShopFilter): [Shop!] $ town(name: String!): Town $ }`;

const trade = `
  ${shared.money} ${shared.period} ${shared.unit}
  enum Grade { A B }
  type Sale @key(fields: "id") { id: ID! £ offer: Offer $ ware: Ware $ total: Money $ state: State $ }
  enum State { OPEN DONE }
  type Offer @key(fields: "id", resolvable: false) { id: ID! $shops }
  type Ware @key(fields: "code") { code: String! $goods sales(grade: Grade, during: Period): [Sale!] $ }
  type Shop @key(fields: "id") { id: ID! $shops sales(state: State): [Sale!] $ takings: Money $ }
  type Day2 { day: String $ }
  extend type Query { sale(id: ID!): Sale £ sales(state: State = OPEN, during: Period): [Sale!] $ }`;

/** A few subgraphs in which everything occurs that composition looks at by type: entities of several keys, values, interfaces, unions, inputs, enums of equal and of different values. */
export function smallWorld(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries({ goods, shops, trade }).map(([owner, sdl]) => [owner, published(owner, sdl.replaceAll('£', ofTrade).replace(/\$(\w*)/g, (_, other: string) => of(other || owner)))]));
}

function published(owner: string, sdl: string): string {
  const source = { owner, documents: [parse('scalar Placeholder')] };
  return `${print(subgraphDocument(source, [source], parse(sharingSdl))).replace('scalar Placeholder', '')}\n${print(parse(sdl))}\n`;
}

/** What clients of it were built with: a question to each part of it, some with fragments, variables and inputs. */
export const smallOperations = [
  'query Wares($unit: Unit, $during: Period) { wares(unit: $unit, during: $during) { nodes { id name colour grade parts(first: 3) { number } price { amount unit } } } }',
  'query Found { found(text: "a") { __typename ... on Ware { code sales(grade: A) { id state } } ... on Named { name } } }',
  'query Shops($filter: ShopFilter) { shops(filter: $filter) { ...Shop town { name } } } fragment Shop on Shop { id takings { amount } offers(colour: [PIECE]) { ware { shade } } }',
  'query Sale { sale(id: "1") { id total { amount } offer { price { unit } } } }',
  'query Named { named { name ... on Part { ware { id } number } } sales(state: DONE, during: { from: "2026" }) { state } }',
  'mutation Name { nameWare(id: "1", name: "a") { name } }',
].map((body, at) => ({ id: `${at}`, client: 'desk', name: `Operation${at}`, body }));
