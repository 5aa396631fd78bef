import { runSubgraph } from '@hub/kernel/service/run-subgraph.js';
import { readEnvironment } from './environment.js';
import { monitoringCenterService } from './service.js';

await runSubgraph(monitoringCenterService, readEnvironment);
