/**
 * The address of a database whose sessions are in UTC. It has to stand in the address itself: what a person put there as
 * `options` would replace what is configured beside it.
 */
export function inUtc(url: string): string {
  const address = new URL(url);
  const given = address.searchParams.get('options');
  address.searchParams.set('options', given ? `${given} -c timezone=UTC` : '-c timezone=UTC');
  return address.href;
}
