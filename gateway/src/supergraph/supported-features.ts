import { DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES } from '@apollo/federation-internals';

/** What our executor does beyond the stock one: contextual arguments (`@context`, `@fromContext`), and costs, which only say something. */
const ours = ['https://specs.apollo.dev/context/v0.1', 'https://specs.apollo.dev/cost/v0.1'];

/** Lets @apollo/gateway load supergraphs that its own executor could not run; it has no option for it. */
export function supportFeatures(): void {
  for (const feature of ours) DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES.add(feature);
}
