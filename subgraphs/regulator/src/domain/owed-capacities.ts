import type { NoticeCapacity } from '../generated/graphql.js';
import { noticedParty, type NoticedData } from './noticed-party.js';

const capacities: readonly NoticeCapacity[] = ['SELLER', 'PRODUCER', 'PLATFORM'];
/** Who may object is told first of what does not conform (产品质量法 15); a platform has it with the monitoring data. */
const toldOfFailure: readonly NoticeCapacity[] = ['SELLER', 'PRODUCER'];

/**
 * In which capacities somebody is still to be told of a version of a result (告知, after 5.4.1): seller and nominal producer of what does not conform, and
 * everyone who was told of any version before; as far as this version names them.
 *
 * @param had in which capacities versions before it were told
 * @param have in which capacities this version has been told
 */
export function owedCapacities(
  data: NoticedData & { readonly conclusion: string },
  had: ReadonlySet<string>,
  have: ReadonlySet<string>,
): NoticeCapacity[] {
  const first = data.conclusion === 'NONCONFORMING' ? toldOfFailure : [];
  return capacities.filter((capacity) => (first.includes(capacity) || had.has(capacity)) && !have.has(capacity) && noticedParty(data, capacity) !== null);
}
