import { DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES } from '@apollo/federation-internals';

/** What the gateway's executor does beyond the stock one: contextual arguments (`@context`, `@fromContext`), and costs, which only say something. */
const ours = ['https://specs.apollo.dev/context/v0.1', 'https://specs.apollo.dev/cost/v0.1'];

/** The features that a supergraph may ask for (core v0.2, `@link(for:)`): what asks for others cannot be served. */
export const supportedFeatures: ReadonlySet<string> = new Set([...DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, ...ours]);

/** Lets @apollo/gateway load supergraphs that its own executor could not run; it has no option for it. */
export function supportFeatures(): void {
  for (const feature of ours) DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES.add(feature);
}
