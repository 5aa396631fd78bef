/** One request of a workload. */
export interface GatewayRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What gateways are asked, over and over. */
export interface Workload {
  readonly name: string;
  /** Sent in turn. */
  readonly requests: readonly GatewayRequest[];
  /** Requests under way at a time. */
  readonly connections: number;
}

const heavy = `query Heavy {
  users { id username name reviews { id body author { id username name } product { upc name price weight inStock shippingEstimate
    reviews { id body author { id username name reviews { id product { upc name } } } } } } }
  topProducts(first: 5) { upc name price weight inStock shippingEstimate reviews { id body author { id username name } } }
}`;

const medium = `query Medium { me { id name username reviews { id product { upc name inStock shippingEstimate } } } }`;

const varied = `query Varied($id: ID!, $first: Int!, $withReviews: Boolean!) {
  user(id: $id) { id name username reviews @include(if: $withReviews) { id body product { upc name price } } }
  topProducts(first: $first) { upc name price inStock shippingEstimate }
}`;

/** A large answer (about 90 KB), a small one (about 1 KB), and one whose variables change with every request. */
export const workloads: readonly Workload[] = [
  { name: 'heavy', connections: 8, requests: [{ query: heavy, variables: {} }] },
  { name: 'medium', connections: 32, requests: [{ query: medium, variables: {} }] },
  {
    name: 'varied',
    connections: 32,
    requests: Array.from({ length: 60 }, (_, n) => ({
      query: varied,
      variables: { id: String(n + 1), first: (n % 6) + 1, withReviews: n % 4 !== 0 },
    })),
  },
];
