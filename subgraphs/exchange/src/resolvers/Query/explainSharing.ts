import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { catalogue } from '@hub/schema/generated/catalogue.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { explainSharing as explain } from '../../domain/explain-sharing.js';

export const explainSharing: QueryResolvers['explainSharing'] = async (_root, args, context) => null;
