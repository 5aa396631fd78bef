import type { PlayedGraph } from '../played-subgraph.js';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@requires", "@external", "@provides", "@shareable", "@override"])';

/** Users, products, reviews and inventory, as every router's examples have them. */
export const shopGraph: PlayedGraph = {
  name: 'shop',
  requires: { 'Product.shipping': ['price', 'weight'], 'User.greeting': ['name'] },
  subgraphs: {
    users: `${link}
      type Query { me: User user(id: ID!): User users: [User!]! }
      type Mutation { rename(id: ID!, name: String!): User }
      type User @key(fields: "id") { id: ID! name: String! @shareable nick(style: Style = SHORT): String address: Address friends: [User] }
      type Address @shareable { street: String city: String! }
      enum Style { SHORT LONG }`,
    products: `${link}
      type Query { product(id: ID!): Product top(first: Int = 3): [Product!] catalogue: [[Product]] }
      type Product @key(fields: "id") @key(fields: "sku") { id: ID! sku: ID! name: String! price(currency: String): Int weight: Float tags: [String!] @shareable dimensions: Dimensions @shareable }
      type Dimensions @shareable { size: String weight: Float parts: [Part!] }
      type Part @shareable { name: String! code: Int }`,
    reviews: `${link}
      type Query { latest: [Review] }
      type Mutation { review(product: ID!, body: String): Review }
      type Review @key(fields: "id") { id: ID! body: String stars: Int! author: User! @provides(fields: "name") product: Product replies: [[Reply]] }
      type Reply { by: User text: String! }
      type User @key(fields: "id") { id: ID! name: String! @external reviews(first: Int): [Review!]! greeting: String @requires(fields: "name") }
      type Product @key(fields: "sku") { sku: ID! reviews: [Review] rating: Float! }`,
    inventory: `${link}
      type Query { warehouse: Warehouse }
      type Mutation { restock(id: ID!): Product }
      type Warehouse { stock: [Product!]! manager: User }
      type User @key(fields: "id", resolvable: false) { id: ID! }
      type Product @key(fields: "id") { id: ID! price(currency: String): Int @external weight: Float @external inStock: Boolean shipping: Int @requires(fields: "price weight") tags: [String!] @shareable dimensions: Dimensions @shareable }
      type Dimensions @shareable { size: String weight: Float parts: [Part!] }
      type Part @shareable { name: String! code: Int }`,
  },
};
