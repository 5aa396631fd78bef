import { startHub } from '../../scripts/src/start/start-hub.js'; // imports-know-no-hub

export const reads = startHub;
