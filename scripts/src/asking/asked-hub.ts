/** Who asks: a demo identity, optionally in a role or as a user; or a user whom a party has registered. */
export interface Asker {
  /** Of a registered user the user's id. */
  readonly identity: string;
  readonly role?: string;
  readonly user?: 1 | 2 | 3;
  /** The party that has registered the user; absent for a demo identity. */
  readonly party?: string;
  /** The delegation by which they ask in a colleague's stead. */
  readonly delegation?: string;
}

export interface GraphqlAnswer {
  readonly status: number;
  // Who asks asserts the shapes that it reads.
  readonly data: Record<string, never> | null;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions: Record<string, unknown> }[];
  readonly extensions?: { readonly sharing?: { refused: { coordinate: string; count: number; path: string[] }[]; masked: { coordinate: string; count: number }[] } };
}

/** A hub as its users know it: asked at the gateway, each time as somebody. */
export interface AskedHub {
  ask(asker: Asker, query: string, variables?: object): Promise<GraphqlAnswer>;
}
