/** How a subgraph finds an entity by its key (Apollo Federation, `_entities`). The key is a text: what is none does not come here. */
export interface EntityReference<Context, Key extends string = 'id'> {
  readonly __resolveReference: (reference: Readonly<Record<Key, string>>, context: Context) => Promise<object | null>;
}
