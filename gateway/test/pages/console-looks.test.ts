import { beforeAll } from 'vitest';
import { consoleHub } from './console/console-hub.js';
import { looksOfPages } from './console/looks.js';
import { stewardsWork } from './console/stewards-work.js';

const at = consoleHub();
// So that there is something in each picture.
beforeAll(() => stewardsWork(at.hub), 120_000);
looksOfPages(at);
