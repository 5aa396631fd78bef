import { publishedSdl } from '@hub/schema/generated/subgraphs.js';
import type { PlayedGraph } from '../played-subgraph.js';

/** The hub's own graph, all six owners, answering by rule instead of by right. */
export const hubGraph: PlayedGraph = { name: 'hub', subgraphs: publishedSdl };
