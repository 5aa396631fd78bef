import type { PlayedGraph } from '../played-subgraph.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5",
  import: ["@key", "@requires", "@external", "@provides", "@shareable", "@interfaceObject", "@inaccessible"])`;

/** Interfaces with entities behind them, also known only as interface objects; unions, hidden types and values, `@requires` with arguments. */
export const mediaGraph: PlayedGraph = {
  name: 'media',
  concrete: { Media: ['Book', 'Film', 'Song'] },
  requiredWithArguments: ['rating', 'pages'],
  requires: { 'Media.blurb': ['rating'], 'Book.spine': ['pages'], 'Film.credit': ['cast'] },
  subgraphs: {
    catalogue: `${link}
      type Query { media: [Media!] one(id: ID!): Media search(text: String): [Hit] named: [Named] shelf: Shelf kind: Kind kinds: [Kind!] mustKind: Kind! }
      interface Media @key(fields: "id") { id: ID! title: String! kind: Kind related: [Media] }
      interface Named { title: String! }
      type Book implements Media & Named @key(fields: "id") { id: ID! title: String! kind: Kind related: [Media] pages(edition: Int = 1): Int size: String author: Person }
      type Film implements Media & Named @key(fields: "id") { id: ID! title: String! kind: Kind related: [Media] length: Int size: Int! cast: [Person!] }
      type Song implements Media & Named @key(fields: "id") { id: ID! title: String! kind: Kind related: [Media] size: Int hidden: Secret @inaccessible }
      type Secret implements Named @inaccessible { title: String! }
      type Shelf { rows: [[Media]!] best: Hit }
      type Person @key(fields: "id") { id: ID! name: String @shareable }
      union Hit = Book | Film | Song | Person | Secret
      enum Kind { PLAIN RARE SECRET @inaccessible }`,
    reviews: `${link}
      type Query { reviewed: [Media] favourite: Media! }
      type Mutation { praise(id: ID!): Media blame(id: ID!): Media! }
      type Media @key(fields: "id") @interfaceObject { id: ID! rating(scale: Int = 5): Float reviews: [Review!] }
      type Review { text: String! of: Media by: Person }
      type Person @key(fields: "id") { id: ID! reviews: [Review] }`,
    people: `${link}
      type Query { people: [Person!]! }
      type Person @key(fields: "id") { id: ID! name: String @shareable born: Int likes: [Liked] }
      union Liked = Book | Film
      type Book @key(fields: "id") { id: ID! pages(edition: Int = 1): Int @external spine: String @requires(fields: "pages(edition: 2)") owners: [Person] }
      type Film @key(fields: "id") { id: ID! cast: [Person!] @external credit: String @requires(fields: "cast { id }") owners(near: Boolean): [Person] }`,
    blurbs: `${link}
      type Query { hello: String }
      type Media @key(fields: "id") @interfaceObject { id: ID! rating(scale: Int = 5): Float @external blurb: String @requires(fields: "rating(scale: 10)") }`,
  },
};
