import { afterAll } from 'vitest';
import { openClones } from './clone-database.js';

// A setup file of vitest. Its hook is the first to be registered in each test file and therefore the last to run.
afterAll(async () => {
  const places = [...openClones.values()];
  await Promise.allSettled([...openClones.keys()].map((clone) => clone.drop()));
  if (places.length > 0) throw new Error(`Call drop() in afterAll for each database that was cloned. Still there:\n${places.join('\n')}`);
});
