import { bilingualMessage } from '@hub/schema/errors/bilingual-message.js';
import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import { finding, type SchemaFinding } from '@hub/schema/check/schema-finding.js';
import type { CodeListChange } from './code-list-changes.js';

/** Whom a change of a code list concerns. */
export interface CodeListConcerned {
  readonly listId: string;
  /** Owners that keep the list. */
  readonly keptBy: readonly string[];
  /** Fields by the data element that they are of; empty for other lists. */
  readonly fieldsOf: (code: string) => readonly string[];
}

/** How many entries of one kind are told one by one: who brings a list anew reads the rest in the difference. */
const toldOneByOne = 100;

/** What a change of a code list means, in words, entry by entry (5.4.3 c): what is added is told, what ends or comes to say something else waits for whom it concerns. */
export function codeListFindings(changes: readonly CodeListChange[], concerned: CodeListConcerned): readonly SchemaFinding[] {
  return (['CODE_ENDED', 'CODE_CHANGED', 'CODE_ADDED'] as const).flatMap((kind) => {
    const ofKind = changes.filter((change) => change.kind === kind);
    const { listId, keptBy } = concerned;
    const told = (message: Bilingual) => finding({ kind, severity: kind === 'CODE_ADDED' ? 'WARNING' : 'ERROR', code: kind, owners: keptBy, message });
    const rest = ofKind.length - toldOneByOne;
    return [
      ...ofKind.slice(0, toldOneByOne).map((change) => told(messageOf(change, concerned))),
      ...(rest > 0 ? [told(bilingualMessage('FINDING_MORE_CODES', { list: listId, count: rest }))] : []),
    ];
  });
}

function messageOf({ kind, code, before, after }: CodeListChange, { listId: list, fieldsOf }: CodeListConcerned): Bilingual {
  const fields = fieldsOf(code);
  const used = { en: fields.length === 0 ? '' : ` Fields of it: ${fields.join(', ')}.`, 'zh-CN': fields.length === 0 ? '' : `使用该数据元的字段：${fields.join('、')}。` };
  const entry = after ?? before;
  const name = { en: entry?.en ?? '', 'zh-CN': entry?.zh ?? '' };
  const said = (() => {
    if (kind === 'CODE_ADDED') return bilingualMessage('FINDING_CODE_ADDED', { list, code, name });
    if (kind === 'CODE_ENDED') return bilingualMessage('FINDING_CODE_ENDED', { list, code, name, day: after?.validTo ?? '', instead: insteadOf(after?.successorCodes ?? []) });
    return bilingualMessage('FINDING_CODE_CHANGED', { list, code, name, parts: partsOf(before, after) });
  })();
  return { en: `${said.en}${used.en}`, 'zh-CN': `${said['zh-CN']}${used['zh-CN']}` };
}

function insteadOf(successors: readonly string[]): Bilingual {
  if (successors.length === 0) return { en: 'nothing takes its place', 'zh-CN': '无后继代码' };
  return { en: `${successors.join(', ')} takes its place`, 'zh-CN': `后继代码为 ${successors.join('、')}` };
}

/** What is different of a meaning, in words. */
function partsOf(before: CodeListChange['before'], after: CodeListChange['after']): Bilingual {
  if (!before) return { en: `a meaning from ${after?.validFrom ?? 'ever'} on`, 'zh-CN': `自 ${after?.validFrom ?? '始'} 起的新含义` };
  if (!after) return { en: `the meaning from ${before.validFrom ?? 'ever'} on, which is left out`, 'zh-CN': `去掉自 ${before.validFrom ?? '始'} 起的含义` };
  const same = (part: keyof typeof before) => JSON.stringify(before[part]) === JSON.stringify(after[part]);
  const parts = [
    { differs: !same('zh') || !same('en'), en: 'its name', zh: '名称' },
    { differs: !same('validTo'), en: 'its last day', zh: '失效日期' },
    { differs: !same('parentCode'), en: 'what it belongs to', zh: '上级代码' },
    { differs: !same('successorCodes'), en: 'what takes its place', zh: '后继代码' },
    { differs: !same('properties'), en: 'what is told of it besides', zh: '属性' },
  ].filter(({ differs }) => differs);
  return { en: parts.map(({ en }) => en).join(', '), 'zh-CN': parts.map(({ zh }) => zh).join('、') };
}
