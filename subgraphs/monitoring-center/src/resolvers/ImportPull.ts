import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, ImportPullResolvers, ImportPullState } from '../generated/graphql.js';
import { toldRefusal } from '../repository/told-refusal.js';

export const ImportPull: ImportPullResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.importPull.load(id),
  given: ({ given }) => Object.entries(given as Record<string, string>).map(([name, value]) => ({ name, value })),
  cursor: ({ cursorParameter: parameter, cursorColumn: column, cursorValue: value }) => (parameter === null || column === null || value === null ? null : { parameter, column, value }),
  scheduled: ({ scheduled }) => scheduled as unknown as ActRecord,
  reader: ({ reader }) => reader as unknown as ActRecord,
  lastFailure: ({ lastFailure }, _args, { locale }) => toldRefusal(lastFailure, locale),
  stoppedBecause: ({ stoppedBecause }, _args, { locale }) => toldRefusal(stoppedBecause, locale),
  paused: ({ paused }) => paused as unknown as ActRecord | null,
  ended: ({ ended }) => ended as unknown as ActRecord | null,
  importRun: ({ importRunId }, _args, { loaders }) => (importRunId === null ? null : loaders.importRun.load(importRunId)),
  state: ({ state }) => state as ImportPullState,
};
