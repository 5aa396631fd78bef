import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { RuleException } from '@hub/schema/check/check-task.js';
import type { RegistryTransaction } from './database.js';

/** The exceptions from rules of the contract that hold at a time. */
export async function ruleExceptions(tx: Pick<RegistryTransaction, 'schemaRuleException'>, at: Date): Promise<readonly RuleException[]> {
  const found = await tx.schemaRuleException.findMany({ where: { endedAt: null, until: { gt: at } }, orderBy: [{ exceptedAt: 'desc' }, { id: 'desc' }] });
  return found.map(({ subgraph, rule, coordinate, severity, reason, until, excepted }) => {
    const { userId, partyId } = excepted as unknown as ActRecord;
    return { subgraph, rule, coordinate, severity: severity as RuleException['severity'], until: until.toISOString(), reason: `${reason} (${userId} of ${partyId})` };
  });
}
