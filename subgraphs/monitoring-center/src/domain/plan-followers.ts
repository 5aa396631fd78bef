/** Who follows what a centre does under a plan: the regulator that issued it, first of those concerned. A lab follows only what is its own. */
export function planFollowers({ concerned }: { readonly concerned: readonly string[] }): string[] {
  return concerned.slice(0, 1);
}
