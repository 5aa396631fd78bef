import { expect, it } from 'vitest';
import { checkStanding, type CheckStanding } from '../console/src/console/subgraphs/check-standing.js';

const checked = { contentHash: 'sha-256:c' };
const other = { contentHash: 'sha-256:o' };
const more = { contentHash: 'sha-256:m' };

it.each<[string, number, Parameters<typeof checkStanding>[1], CheckStanding]>([
  ['the first of a subgraph, of which nothing was published yet', 0, [], { latest: 0, isPublished: false, hasMoved: false }],
  ['one whose subgraph is as it was', 2, [{ version: 2, ...other }, { version: 1, ...more }], { latest: 2, isPublished: false, hasMoved: false }],
  ['one whose subgraph has moved on', 2, [{ version: 3, ...other }, { version: 2, ...more }], { latest: 3, isPublished: false, hasMoved: true }],
  ['the first of a subgraph, before which another came', 0, [{ version: 1, ...other }], { latest: 1, isPublished: false, hasMoved: true }],
  ['one that was published', 2, [{ version: 3, ...checked }, { version: 2, ...other }], { latest: 3, isPublished: true, hasMoved: false }],
  ['one that is as what was in force', 2, [{ version: 2, ...checked }], { latest: 2, isPublished: true, hasMoved: false }],
  ['one that was published, and behind which another came', 2, [{ version: 4, ...other }, { version: 3, ...checked }], { latest: 4, isPublished: false, hasMoved: true }],
])('the console knows of a check how it stands to what is in force: %s', (_what, baseVersion, versions, standing) => {
  expect(checkStanding({ baseVersion, ...checked }, versions)).toEqual(standing);
});
