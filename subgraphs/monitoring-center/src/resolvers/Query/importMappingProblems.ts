import type { QueryResolvers } from '../../generated/graphql.js';

export const importMappingProblems: QueryResolvers['importMappingProblems'] = (_root, { text }, { imports, locale }) => [...imports.trials.faultsOf(text, locale)];
