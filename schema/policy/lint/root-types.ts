/** The types at which operations begin (GraphQL §3.3.1). */
export const rootTypes: readonly string[] = ['Query', 'Mutation', 'Subscription'];
