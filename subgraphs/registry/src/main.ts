import { runSubgraph } from '@hub/kernel/service/run-subgraph.js';
import { readEnvironment } from './environment.js';
import { registryService } from './service.js';

await runSubgraph(registryService, readEnvironment);
