import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { SchemaFinding } from '@hub/schema/check/schema-finding.js';
import { requireApprover } from '../domain/require-approver.js';
import type { ApproveSchemaCheckInput } from '../generated/graphql.js';
import type { RegistryTransaction } from './database.js';
import { requireSteward } from './require-subgraph.js';
import type { SchemaApproval } from './schema-approval.js';
import { usersBehindChange } from './users-behind-change.js';

/** Approves what a check has found (5.4.3 a), for just the text and the version in force that were checked: not by who had it checked, in this check or in another. */
export async function approveSchemaCheck({ unit, caller, admit }: ActScope<RegistryTransaction>, input: ApproveSchemaCheckInput): Promise<ActResult> {
  const { checkId } = input;
  await requireSteward(unit.tx, caller, 'checkId');
  await unit.tx.$queryRaw`SELECT id FROM schema_check WHERE id = ${checkId} FOR UPDATE`;
  const check = admit(await unit.tx.schemaCheck.findUnique({ where: { id: checkId } }), { type: 'SchemaCheck', id: checkId, field: 'checkId' });
  const reason = requireText('reason', input.reason, 1000);
  const findings = check.findings as unknown as readonly SchemaFinding[];
  const found = [...new Set(findings.filter(({ severity }) => severity === 'ERROR').map(({ kind }) => kind))];
  requireApprover(input.kinds, caller, { checkedBy: await usersBehindChange(unit.tx, { changes: [check], codeLists: [] }), found });
  const approval: SchemaApproval = { kinds: input.kinds, approved: { ...actRecord(unit) }, reason };
  const approvals = [...(check.approvals as unknown as readonly SchemaApproval[]), approval];
  await unit.tx.schemaCheck.update({ where: { id: checkId }, data: { approvals: approvals as never } });
  return { valueId: checkId };
}
