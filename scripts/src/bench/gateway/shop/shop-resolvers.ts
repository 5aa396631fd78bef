interface User {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly birthday: number;
}

interface Product {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
}

interface Review {
  readonly id: string;
  readonly body: string;
  readonly authorId: string;
  readonly upc: string;
}

const users: readonly User[] = Array.from({ length: 100 }, (_, n) => ({
  id: String(n + 1),
  name: `User number ${n + 1}`,
  username: `user-${n + 1}`,
  birthday: 1_990 + (n % 20),
}));

const products: readonly Product[] = Array.from({ length: 60 }, (_, n) => ({
  upc: String(n + 1),
  name: `Product number ${n + 1}`,
  price: 100 + ((n * 37) % 900),
  weight: 10 + ((n * 13) % 90),
}));

const reviews: readonly Review[] = Array.from({ length: 240 }, (_, n) => ({
  id: String(n + 1),
  body: `Review ${n + 1}: what one may say of a product after a week.`,
  authorId: String((n % 12) + 1 + (n >= 120 ? 12 * (n % 7) : 0)),
  upc: String(((n * 7) % 60) + 1),
}));

const reviewsOfAuthor = (id: string) => reviews.filter(({ authorId }) => authorId === id);
const reviewsOfProduct = (upc: string) => reviews.filter((review) => review.upc === upc);

/** What the shop's subgraphs resolve, each by itself, by subgraph, type and field. */
export const shopResolvers: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  users: {
    Query: {
      me: () => users[0],
      user: (_source: unknown, { id }: { id: string }) => users.find((user) => user.id === id),
      users: () => users.slice(0, 3),
    },
    User: { __resolveReference: async ({ id }: User) => users.find((user) => user.id === id) },
  },
  products: {
    Query: { topProducts: (_source: unknown, { first }: { first: number }) => products.slice(0, first) },
    Product: { __resolveReference: async ({ upc }: Product) => products.find((product) => product.upc === upc) },
  },
  reviews: {
    User: { __resolveReference: async ({ id }: User) => ({ id }), reviews: ({ id }: User) => reviewsOfAuthor(id) },
    Product: { __resolveReference: async ({ upc }: Product) => ({ upc }), reviews: ({ upc }: Product) => reviewsOfProduct(upc) },
    Review: {
      __resolveReference: async ({ id }: Review) => reviews.find((review) => review.id === id),
      author: ({ authorId }: Review) => ({ id: authorId, username: users.find(({ id }) => id === authorId)?.username }),
      product: ({ upc }: Review) => ({ upc }),
    },
  },
  inventory: {
    Product: {
      __resolveReference: async (reference: Product) => reference,
      inStock: ({ upc }: Product) => Number(upc) % 3 !== 0,
      shippingEstimate: ({ price, weight }: Product) => (price > 900 ? 0 : Math.round(weight / 2)),
    },
  },
};
