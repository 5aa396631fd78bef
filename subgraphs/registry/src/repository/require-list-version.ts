import { Refusal } from '@hub/kernel/refusals/refusal.js';

/** Refuses what was proposed against another version of a code list than the one in force. @throws Refusal SCHEMA_VERSION_MOVED */
export function requireListVersion(listId: string, actual: number, expected: number): void {
  const what = { en: `code list ${listId}`, 'zh-CN': `代码表 ${listId} ` };
  if (actual !== expected) throw new Refusal('SCHEMA_VERSION_MOVED', { field: 'proposalId', parameters: { what, actual, expected } });
}
