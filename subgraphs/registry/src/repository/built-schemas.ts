import { publishedSdl } from '@hub/schema/generated/subgraphs.js';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';

/** Name of the composition of all among the subgraphs. */
export const supergraph = 'supergraph';

/** The schemas of this build: of each subgraph, and the supergraph composed of them. */
export const builtSchemas: Readonly<Record<string, string>> = { ...publishedSdl, [supergraph]: supergraphSdl };
