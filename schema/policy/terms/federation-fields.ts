/** The coordinates that Apollo Federation adds to a subgraph; they have no terms, and whoever reaches the subgraph may ask them. */
export const federationFields: ReadonlySet<string> = new Set(['Query._service', 'Query._entities', '_Service.sdl']);
