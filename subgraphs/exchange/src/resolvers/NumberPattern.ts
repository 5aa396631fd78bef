import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import { exampleNumber } from '../domain/example-number.js';
import type { ActRecord, NumberedKind, NumberPatternResolvers } from '../generated/graphql.js';

export const NumberPattern: NumberPatternResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.numberPattern.load(id),
  kind: ({ kind }) => kind as NumberedKind,
  example: async ({ kind, pattern, beginsAt, holder }, _args, { loaders }) =>
    exampleNumber(kind as NumberedKind, pattern, (await loaders.participant.load(holder))?.regionCode ?? '', beginsAt),
  recorded: ({ recorded }) => recorded as unknown as ActRecord,
};
