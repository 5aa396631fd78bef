/**
 * What holds for every session of a hub. Times are in UTC, or `timestamptz` shifts both ways. A statement is planned for the values with which it is
 * executed: one plan for all of them takes a party for one that is concerned by few rows, and reads all of one that is concerned by nearly all.
 */
const settings = '-c timezone=UTC -c plan_cache_mode=force_custom_plan';

/**
 * The address of a database with these settings. They have to stand in the address itself: what a person put there as
 * `options` would replace what is configured beside it.
 */
export function withSessionSettings(url: string): string {
  const address = new URL(url);
  const given = address.searchParams.get('options');
  address.searchParams.set('options', given ? `${given} ${settings}` : settings);
  return address.href;
}
