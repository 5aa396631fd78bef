import type { CatalogueEntry } from '../catalogue-entry.js';

/** What checks of a schema find (标准规范, 5.4.3 c). They refuse nothing by themselves: each stands in the findings of a check or a proposal, under a code of its own kind. */
export const findingCodes = {
  FINDING_NARROWED: {
    en: '{place}: {words}; who shares may not take back by himself (5.4.3 a): propose it (hub schema propose), for a regulator of the province to approve.',
    'zh-CN': '{place}：{words}；共享方不得自行收回（5.4.3 a）。请提出提案（hub schema propose），由省级监管部门批准。',
  },
  FINDING_WIDENED: {
    en: '{place}: {words}; propose it (hub schema propose), for a security administrator of the centre to approve.',
    'zh-CN': '{place}：{words}；请提出提案（hub schema propose），由监测中心安全管理员批准。',
  },
  FINDING_REWORDED: {
    en: '{place}: {words}; nobody reads more or less.',
    'zh-CN': '{place}：{words}；无人因此多读或少读。',
  },
  FINDING_BREAKING: {
    en: '{change}; clients that use it would be refused: deprecate it first, or propose it (hub schema propose), for another data steward to approve.',
    'zh-CN': '{change}；使用它的客户端将被拒绝。请先标记停用，或提出提案（hub schema propose），由另一名数据管理员批准。',
  },
  FINDING_APPROVAL_UNCOUNTED: {
    en: 'The approval of {by} does not count: {why}. Have it approved by {who}, who is not behind the text.',
    'zh-CN': '{by} 的批准不计：{why}。请由与该文本无关的 {who} 批准。',
  },
  FINDING_VERSION_RETIRED: {
    en: 'This text was retired with version {version} of {subgraph} ({reason}), and does not come into force again: publish another.',
    'zh-CN': '该文本已随 {subgraph} 的版本 {version} 停用（{reason}），不得再次生效。请发布其他文本。',
  },
  FINDING_DANGEROUS: {
    en: '{change}; clients may meet what they do not know.',
    'zh-CN': '{change}；客户端可能遇到其不识别的内容。',
  },
  FINDING_REGISTERED_OPERATION: {
    en: 'Operations that clients were built with, and are registered, would be refused: keep what they need, or have them retired once no client asks them. Data stewards are told which they are.',
    'zh-CN': '客户端内置且已登记的操作将被拒绝。请保留其所需内容，或在无客户端使用后停用登记。具体操作仅告知数据管理员。',
  },
  FINDING_CONTRACT_LOST: {
    en: 'There would be no contract {contract} any more: the terms would open no question to {kind}. Leave one open to it, or propose it (hub schema propose), for a regulator of the province to approve.',
    'zh-CN': '数据契约 {contract} 将不复存在：条款不再向 {kind} 开放任何查询。请至少保留一项，或提出提案（hub schema propose），由省级监管部门批准。',
  },
  FINDING_OF_RULE: {
    en: '{place}: {words} ({clause}).',
    'zh-CN': '{place}：{words}（依据 {clause}）。',
  },
  FINDING_TERMS_NOT_COMPOSED: {
    en: 'The terms of {place} do not arrive in the supergraph as {owner} gives them; link https://hub.example/sharing/v1.0 and have @sharing, @act and @structural composed (@composeDirective).',
    'zh-CN': '{place} 的条款未按 {owner} 所写进入超图。请引入 https://hub.example/sharing/v1.0，并以 @composeDirective 使 @sharing、@act 和 @structural 参与合成。',
  },
  FINDING_TERMS_OF_ANOTHER_OWNER: {
    en: '{place} has terms in which {owner} speaks for {other}, and {other} does not give them there: name {owner} as the owner, or repeat the terms of {other} on a key of its type.',
    'zh-CN': '{place} 的条款由 {owner} 代 {other} 作出，而 {other} 并未如此规定。请将属主写为 {owner}，或在其类型的键上照录 {other} 的条款。',
  },
  FINDING_RESOLVED_ELSEWHERE: {
    en: '{place} would be asked of {graph}{instead}: leave out @override, @provides and @shareable there, and let its owner answer.',
    'zh-CN': '{place} 将向 {graph} 查询{instead}。请在该处去掉 @override、@provides 和 @shareable，由其属主答复。',
  },
  FINDING_NOT_LOADABLE: {
    en: 'No gateway could load the supergraph: {problem}.',
    'zh-CN': '任何网关均无法加载该超图：{problem}。',
  },
  FINDING_CHECK_NOT_ENDED: {
    en: 'They could not be checked: {problem}.',
    'zh-CN': '未能完成检查：{problem}。',
  },
  FINDING_CODE_ADDED: {
    en: '{list} would have the code {code} ({name}) more.',
    'zh-CN': '{list} 将新增代码 {code}（{name}）。',
  },
  FINDING_CODE_ENDED: {
    en: '{code} ({name}) of {list} would end on {day}; {instead}. Records that have it keep it, new ones are refused from that day on: another data steward approves it.',
    'zh-CN': '{list} 的代码 {code}（{name}）将于 {day} 失效；{instead}。已有记录保留该代码，自当日起新记录不得使用，须由另一名数据管理员批准。',
  },
  FINDING_CODE_CHANGED: {
    en: '{code} ({name}) of {list} would say something else: {parts}. A regulator of the province approves it.',
    'zh-CN': '{list} 的代码 {code}（{name}）含义将变更：{parts}。须由省级监管部门批准。',
  },
  FINDING_MORE_CODES: {
    en: 'So would {count} more codes of {list}, which stand in the difference.',
    'zh-CN': '{list} 另有 {count} 个代码亦同，详见差异。',
  },
  FINDING_ASKED: {
    en: 'It was asked in the last {days} days.',
    'zh-CN': '最近 {days} 天内有人使用。',
  },
  FINDING_ASKED_BY_NOBODY_KNOWN: {
    en: 'Nobody is known to have asked it in the last {days} days, but {gap}.',
    'zh-CN': '最近 {days} 天内未见有人使用，但{gap}。',
  },
  FINDING_ASKED_BY_NOBODY: {
    en: 'Nobody asked it in the last {days} days.',
    'zh-CN': '最近 {days} 天内无人使用。',
  },
} as const satisfies Record<string, CatalogueEntry>;
