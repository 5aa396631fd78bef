import { randomUUID } from 'node:crypto';
import type { AskedHub } from '../../../../scripts/src/asking/asked-hub.js';
import { labsInForce } from './labs-in-force.js';

const steward = { identity: 'steward', role: 'DATA_STEWARD' } as const;

/** What stewards and others have done with the contract before somebody looks: a version, two proposals of which one is approved, an opinion, an exception that was ended and one that holds. */
export async function stewardsWork(hub: AskedHub): Promise<void> {
  const sdl = await labsInForce(hub);
  const next = sdl.replace('检验机构 (3.3), by id.', '检验机构（实验室） (3.3), by id.');
  await act(hub, steward, 'publishSchema', { subgraph: 'labs', sdl: next, expectedVersion: 1, reason: '名称更清楚' });

  const wider = next.replace(/^( {2}scope: .*?kinds: \[REGULATOR, MONITORING_CENTER)\]/m, '$1, PLATFORM]');
  const { id: proposalId } = await act(hub, steward, 'proposeSchema', { title: '公开能力附表', reason: '便于商家送检', changes: [{ subgraph: 'labs', sdl: wider }] });
  await act(hub, { identity: 'platform-1' }, 'commentSchemaProposal', { proposalId, text: '请同时公布有效期' });

  const codes = await unitsInForce(hub);
  const changed = codes.map((entry) => (entry.code === 'mg/kg' ? { ...entry, zh: `${entry.zh}（干基）` } : entry));
  const { id: listProposalId } = await act(hub, steward, 'proposeSchema', { title: '统一干基单位', reason: '标准更新', codeLists: [{ listId: 'units', codes: changed }] });
  await act(hub, { identity: 'regulator-province', role: 'OFFICER' }, 'approveSchemaProposal', { proposalId: listProposalId, kinds: ['CODE_CHANGED'], reason: '同意统一' });

  const until = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const except = (coordinate: string, reason: string) => act(hub, steward, 'exceptSchemaRule', { subgraph: 'labs', rule: 'resource-has-freshness', coordinate, until, reason });
  await except('Lab', '名录由另一系统更新');
  const { id: exceptionId } = await except('SigningKey', '密钥长期不变');
  await act(hub, steward, 'endSchemaRuleException', { exceptionId });
}

interface Outcome {
  readonly value: { readonly id: string } | null;
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

/** Does an act on one item. @throws Error where it is refused: the pictures would show nothing of it */
async function act(hub: AskedHub, asker: Parameters<AskedHub['ask']>[0], name: string, item: object): Promise<{ readonly id: string }> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($items: [${type}!]!) { act: ${name}(items: $items) { outcomes { value { id } refusal { code message } } } }`;
  const { data, errors } = await hub.ask(asker, query, { items: [{ idempotencyKey: randomUUID(), ...item }] });
  const [outcome] = (data as unknown as { act: { outcomes: readonly Outcome[] } | null } | null)?.act?.outcomes ?? [];
  if (!outcome?.value) throw new Error(`${name} was refused: ${JSON.stringify(outcome?.refusal ?? errors)}`);
  return outcome.value;
}

/** The codes of the list of units in force, as an act takes them. */
async function unitsInForce(hub: AskedHub): Promise<readonly { readonly code: string; readonly zh: string }[]> {
  const { data } = await hub.ask(steward, '{ codeList(id: "units") { current { content } } }');
  const { content } = (data as unknown as { codeList: { current: { content: string } } }).codeList.current;
  return (JSON.parse(content) as { codes: { code: string; zh: string }[] }).codes;
}
