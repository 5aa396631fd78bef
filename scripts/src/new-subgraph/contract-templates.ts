import type { SubgraphNames } from './subgraph-names.js';

/** The contract of a new owner: one type on terms of its own, and one query. */
export function contractTemplates({ owner, pascal, camel }: SubgraphNames): Record<string, string> {
  return {
    [`schema/sdl/${owner}/terms.graphql`]: `# Terms of sharing of the ${owner}. Each is written once, with a name, a class, the grade of the data, and who may read on what ground.

extend schema
  @terms(
    name: "entry"
    class: UNCONDITIONAL
    grade: GENERAL
    audience: [{ kinds: [MONITORING_CENTER], rows: OWN, basis: { kind: STATUTE, reference: "5.4.4" } }]
  )
  @terms(
    name: "entryList"
    class: UNCONDITIONAL
    grade: GENERAL
    audience: [{ kinds: [MONITORING_CENTER], basis: { kind: STATUTE, reference: "5.4.4" } }]
  )
`,
    [`schema/sdl/${owner}/${owner}-entry.graphql`]: `"An entry (条目, 5.4.4): the first type of the ${owner}, to be replaced by what they own."
type ${pascal}Entry @key(fields: "id") @defaultTerms(name: "entry", freshness: "PT5M") {
  id: ID!
  "名称"
  title: String!
  state: ${pascal}EntryState!
  "Whether it still counts (有效)."
  open: Boolean! @shared(element: "state")
}

"State of an entry (状态, 5.4.4)."
enum ${pascal}EntryState {
  "有效"
  OPEN
  "已关闭"
  CLOSED
}

extend type Query {
  "条目 (5.4.4), by id."
  ${camel}Entry(id: ID!): ${pascal}Entry @shared(terms: "entryList")
}
`,
  };
}
