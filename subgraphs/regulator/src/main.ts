import { runSubgraph } from '@hub/kernel/service/run-subgraph.js';
import { readEnvironment } from './environment.js';
import { regulatorService } from './service.js';

await runSubgraph(regulatorService, readEnvironment);
