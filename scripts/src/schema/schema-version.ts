/** A version of a schema as the registry's plain addresses tell it. */
export interface SchemaVersion {
  readonly id: string;
  readonly subgraph: string;
  readonly version: number;
  readonly publishedAt: string;
  readonly contentHash: string;
  readonly reason: string | null;
  readonly published: { readonly userId: string; readonly partyId: string } | null;
  readonly promotedFrom: { readonly version: number } | null;
}

/** One with its text. */
export interface SchemaVersionWithText extends SchemaVersion {
  readonly sdl: string;
  readonly composedOf: readonly { readonly subgraph: string; readonly version: number }[];
}

/** A version in one line. */
export function versionInWords({ version, publishedAt, published, promotedFrom, reason }: SchemaVersion): string {
  const by = published ? ` by ${published.userId}` : '';
  const back = promotedFrom ? `, brings back ${promotedFrom.version}` : '';
  return `${String(version).padStart(4)}  ${publishedAt}${by}${back}${reason ? `: ${reason}` : ''}`;
}
