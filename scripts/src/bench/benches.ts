import type { Bench } from './bench.js';
import { clustersBench } from './clusters/clusters-bench.js';
import { dailyBench } from './daily/daily-bench.js';
import { gatewayBench } from './gateway/gateway-bench.js';
import { hubBench } from './hub/hub-bench.js';
import { importBench } from './import/import-bench.js';
import { matchingBench } from './matching/matching-bench.js';
import { registryBench } from './registry/registry-bench.js';
import { searchBench } from './search/search-bench.js';
import { sharingBench } from './sharing/sharing-bench.js';
import { startBench } from './start-bench.js';
import { subscriptionsBench } from './subscriptions/subscriptions-bench.js';
import { usageBench } from './usage/usage-bench.js';

/** All benches, in the order in which they are listed. */
export const benches: readonly Bench[] = [startBench, hubBench, gatewayBench, sharingBench, searchBench, matchingBench, clustersBench, subscriptionsBench, registryBench, importBench, usageBench, dailyBench];
