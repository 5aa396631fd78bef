import type { ExchangeDatabase, ExchangeTransaction } from './database.js';

type Reads = Pick<ExchangeDatabase | ExchangeTransaction, '$queryRaw'>;

/** Which of some delegations are in force (代办): in time, both users active in the one active party, the delegator in the role. */
export async function delegationsInForce(database: Reads, ids: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM delegation d
    JOIN participant p ON p.id = d.holder AND p.state = 'ACTIVE'
    JOIN participant_user delegate ON delegate.id = d.delegate_id AND delegate.participant_id = d.holder AND delegate.active
    JOIN participant_user delegator ON delegator.id = d.delegator_id AND delegator.participant_id = d.holder AND delegator.active AND d.role = ANY(delegator.roles)
    WHERE d.id = ANY(${[...ids]}::text[]) AND d.state = 'GIVEN' AND d.begins_at <= ${now} AND d.until > ${now}`;
  return new Set(rows.map(({ id }) => id));
}
