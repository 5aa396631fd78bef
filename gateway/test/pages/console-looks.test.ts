import { beforeAll } from 'vitest';
import { consoleHub } from './console/console-hub.js';
import { looksOfPages } from './console/looks.js';
import { similarRecords } from './console/similar-records.js';
import { stewardsWork } from './console/stewards-work.js';

const at = consoleHub();
// So that there is something in each picture.
beforeAll(async () => {
  await stewardsWork(at.hub);
  await similarRecords(at.hub, '暖山', '6901234567892');
}, 300_000);
looksOfPages(at);
