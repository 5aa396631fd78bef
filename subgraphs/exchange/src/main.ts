import { runSubgraph } from '@hub/kernel/service/run-subgraph.js';
import { readEnvironment } from './environment.js';
import { exchangeService } from './service.js';

await runSubgraph(exchangeService, readEnvironment);
