import { runSubgraph } from '@hub/kernel/service/run-subgraph.js';
import { readEnvironment } from './environment.js';
import { labsService } from './service.js';

await runSubgraph(labsService, readEnvironment);
