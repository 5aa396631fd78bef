import type { Load } from './load.js';
import { loadDemoLabs } from './load-demo-labs.js';
import { loadListings } from './load-listings.js';
import { loadParticipants } from './load-participants.js';
import { loadRecalls } from './load-recalls.js';

/** All first data. The registry is not here: it publishes schemas and code lists by itself whenever it starts. */
export const loads: readonly Load[] = [loadParticipants, loadDemoLabs, loadListings, loadRecalls];
