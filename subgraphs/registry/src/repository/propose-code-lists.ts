import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { owners } from '@hub/prisma/owner.js';
import type { SchemaFinding } from '@hub/schema/check/schema-finding.js';
import { codeListChanges, type CodeListChange } from '../domain/code-list-changes.js';
import { codeListContent } from '../domain/code-list-content.js';
import { codeListFindings } from '../domain/code-list-findings.js';
import type { ProposeSchemaInput } from '../generated/graphql.js';
import { codeListInForce } from './code-list-in-force.js';
import type { RegistryTransaction } from './database.js';
import { fieldsInForce } from './fields-in-force.js';
import type { ProposedCodeList } from './schema-proposal.js';
import { ownersOfLists } from './told-owners.js';

/** Which code list has data elements as its codes. */
const elementListId = 'data-elements';
const listLimit = 10;

/** Code lists that are proposed, as they are kept with the proposal, and what they would change. */
export interface ProposedCodeLists {
  readonly codeLists: readonly ProposedCodeList[];
  readonly findings: readonly SchemaFinding[];
}

/**
 * Checks the next versions of code lists that somebody proposes, each against the version in force, and keeps their contents (5.4.3 c).
 *
 * @throws Refusal VALUE_INVALID, NOTHING_CHANGED and what `codeListContent` refuses
 */
export async function proposeCodeLists(tx: RegistryTransaction, inputs: NonNullable<ProposeSchemaInput['codeLists']>): Promise<ProposedCodeLists> {
  const tooMany = { en: `a proposal changes at most ${listLimit} code lists`, 'zh-CN': `一个提案至多变更 ${listLimit} 个代码表` };
  requireValid(inputs.length <= listLimit, 'codeLists', tooMany, { en: 'fewer code lists', 'zh-CN': '减少代码表' });
  const proposed: { readonly list: ProposedCodeList; readonly findings: readonly SchemaFinding[] }[] = [];
  for (const [index, { listId, codes }] of inputs.entries()) {
    const at = `codeLists.${index}`;
    requireValid(inputs.findIndex((each) => each.listId === listId) === index, `${at}.listId`, { en: 'it is named twice', 'zh-CN': '重复写明同一代码表' }, 'units');
    const list = await tx.codeList.findUnique({ where: { id: listId } });
    requireValid(list !== null, `${at}.listId`, { en: 'there is no such code list', 'zh-CN': '没有该代码表' }, 'units');
    const { version: baseVersion, contentHash: baseHash, content: before } = await codeListInForce(tx, list);
    const content = within(at, () => codeListContent(list, codes, before));
    const text = canonicalJson(content);
    const contentHash = sha256(text);
    if (contentHash === baseHash) throw new Refusal('NOTHING_CHANGED', { field: `${at}.codes`, parameters: { type: 'CodeList' } });
    await tx.codeListContent.createMany({ data: [{ contentHash, content: text }], skipDuplicates: true });
    const changes = codeListChanges(before, content);
    const fieldsOf = listId === elementListId ? await fieldsOfElements(tx, changes) : new Map<string, readonly string[]>();
    const findings = codeListFindings(changes, { listId, keptBy: ownersOfLists, fieldsOf: (code) => fieldsOf.get(code) ?? [] });
    proposed.push({ list: { listId, baseVersion, baseHash, contentHash, fields: [...new Set([...fieldsOf.values()].flat())].sort() }, findings });
  }
  return { codeLists: proposed.map(({ list }) => list), findings: proposed.flatMap(({ findings }) => findings) };
}

/** Fields in force of the data elements that change, by element. */
async function fieldsOfElements(tx: RegistryTransaction, changes: readonly CodeListChange[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const changed = new Set(changes.map(({ code }) => code));
  const found = new Map<string, string[]>();
  for (const owner of owners) {
    for (const { coordinate, element } of (await fieldsInForce(tx, owner)) ?? []) {
      if (changed.has(element)) found.set(element, [...(found.get(element) ?? []), coordinate]);
    }
  }
  return found;
}

/** Refusals name the place in the list; a proposal names the list as well. */
function within<Made>(at: string, make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { field = '', parameters } = error.details;
    const place = `${at}.${field}`;
    throw new Refusal(error.code, { ...error.details, field: place, ...(parameters && { parameters: { ...parameters, ...('field' in parameters && { field: place }) } }) });
  }
}
