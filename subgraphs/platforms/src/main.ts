import { runSubgraph } from '@hub/kernel/service/run-subgraph.js';
import { readEnvironment } from './environment.js';
import { platformsService } from './service.js';

await runSubgraph(platformsService, readEnvironment);
