import { sdl as exchange } from '@hub/schema/generated/exchange.js';
import { sdl as labs } from '@hub/schema/generated/labs.js';
import { sdl as monitoringCenter } from '@hub/schema/generated/monitoring-center.js';
import { sdl as platforms } from '@hub/schema/generated/platforms.js';
import { sdl as registry } from '@hub/schema/generated/registry.js';
import { sdl as regulator } from '@hub/schema/generated/regulator.js';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';

/** Name of the composition of all among the subgraphs. */
export const supergraph = 'supergraph';

/** The schemas of this build: of each subgraph, and the supergraph composed of them. */
export const builtSchemas: Readonly<Record<string, string>> = {
  regulator,
  'monitoring-center': monitoringCenter,
  labs,
  platforms,
  exchange,
  registry,
  [supergraph]: supergraphSdl,
};
