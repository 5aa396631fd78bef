/** How a subgraph finds an entity by its key (Apollo Federation, `_entities`). Asynchronous: a synchronous throw would null the whole list. */
export interface EntityReference<Context, Key extends string = 'id'> {
  readonly __resolveReference: (reference: Readonly<Record<Key, string>>, context: Context) => Promise<object | null>;
}
