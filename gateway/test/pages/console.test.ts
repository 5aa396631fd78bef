import { clusterPages } from './console/cluster-pages.js';
import { consoleHub } from './console/console-hub.js';
import { firstPage } from './console/first-page.js';
import { meaningPages } from './console/meaning-pages.js';
import { proposalPages } from './console/proposal-pages.js';
import { runningPages } from './console/running-pages.js';
import { sheetPages } from './console/sheet-pages.js';
import { states } from './console/states.js';
import { subgraphPages } from './console/subgraph-pages.js';

const at = consoleHub();
for (const pages of [firstPage, states, subgraphPages, meaningPages, proposalPages, runningPages, sheetPages, clusterPages]) pages(at);
