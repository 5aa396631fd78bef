import type { CatalogueEntry } from '../catalogue-entry.js';

/** What stands in the way of checking and publishing a schema (标准规范, 5.4.3 c). */
export const schemaCodes = {
  SCHEMA_NOT_GREEN: {
    en: 'Nothing was published: the check found {errors} errors, the first {code} at {place}. Read all of them with checkSchema or hub schema check, mend the schema, or propose it where it only needs approval (proposeSchema, hub schema propose).',
    'zh-CN': '未发布：检查发现 {errors} 处错误，首处为 {place} 的 {code}。请用 checkSchema 或命令行工具查看全部错误并修改；仅需批准的变更请提出提案（proposeSchema）。',
  },
  SCHEMA_UNREADABLE: {
    en: 'The text is no schema: it cannot be read at line {line}. Send what the subgraph publishes, in the schema language of GraphQL, with all terms in full; hub schema check writes them out.',
    'zh-CN': '文本不是结构定义：第 {line} 行无法读取。请以 GraphQL 结构定义语言提交子图发布的内容，共享条款须写全；命令行工具可代为展开。',
  },
  SCHEMA_VERSION_MOVED: {
    en: 'Version {actual} of {what} is in force, not {expected}: somebody else has published. Check or propose it again against what is in force now.',
    'zh-CN': '{what}的现行版本为 {actual}，而非 {expected}：他人已发布新版本。请对照现行版本重新检查或提出。',
  },
  SCHEMA_CHECK_TIMED_OUT: {
    status: 504,
    en: 'The check was given up after {seconds} seconds. Nothing was changed; try again when the registry has less to do.',
    'zh-CN': '检查超过 {seconds} 秒，已中止。未作任何更改，请在登记系统空闲时重试。',
  },
  SCHEMA_APPROVAL_NOT_YOURS: {
    en: 'Findings of the kind {kind} are not yours to approve. That is for {who}, and for nobody who had this text checked, or proposed it, himself or by a token; what no one may approve must be mended.',
    'zh-CN': '{kind} 类变更不由您批准，应由 {who} 批准，且不得为自行或以令牌提交检查、提出该文本者；任何人不得批准的，须予修改。',
  },
  SCHEMA_APPROVAL_UNCOUNTED: {
    en: 'Nothing was published: findings of the kind {kind} are approved by {by} alone, and that does not count: {why}. Have it approved by {who}, who is not behind the text, of a check of just this text or of a new proposal.',
    'zh-CN': '未发布：{kind} 类变更仅由 {by} 批准，不计：{why}。请由与该文本无关的 {who} 批准对该文本的检查，或重新提出提案。',
  },
  SCHEMA_OF_STEWARD_CHANGED: {
    en: 'Nothing was published: what comes with this edition for {subgraph} is {kind} against version {version}, which a data steward has published, at {place} first. Have just its text checked (hub schema check {subgraph}, with the schema of this edition) and that check approved by {who} (hub schema approve), then publish again; or propose its text.',
    'zh-CN': '未发布：本版本自带的 {subgraph} 结构相对于数据管理员已发布的版本 {version} 存在 {kind} 变更，首处为 {place}。请对该文本进行检查（hub schema check {subgraph}），由 {who} 批准该检查（hub schema approve）后再发布，或就该文本提出提案。',
  },
  SCHEMA_VERSION_IN_FORCE: {
    en: 'Version {version} of {subgraph} is in force. Publish another, or bring an earlier one back, and retire this one then.',
    'zh-CN': '{subgraph} 的版本 {version} 为现行版本。请先发布新版本或恢复早期版本，再停用该版本。',
  },
  SCHEMA_VERSION_RETIRED: {
    en: 'This text was retired with version {version} of {subgraph} ({reason}), and does not come into force again, whether it is brought back, proposed or published. Bring another version back (hub schema history), or publish another text.',
    'zh-CN': '该文本已随 {subgraph} 的版本 {version} 停用（{reason}），不得通过恢复、提案或发布再次生效。请恢复其他版本，或发布其他文本。',
  },
  SCHEMA_COMMENTS_FULL: {
    en: 'Your party has made {limit} comments on this proposal, and no more are kept. Say the rest to the data stewards of the centre.',
    'zh-CN': '贵单位对该提案的意见已达 {limit} 条，不再受理。其余意见请直接告知监测中心数据管理员。',
  },
  CONTRACT_NOT_POSSIBLE: {
    status: 409,
    en: 'There is no contract {variant} of the supergraph in force ({problem}). Use another contract (hub schema contracts), or the whole supergraph.',
    'zh-CN': '现行数据标准无法形成 {variant} 数据契约（{problem}）。请使用其他数据契约（hub schema contracts）或完整超图。',
  },
  REGISTRY_TOKEN_REFUSED: {
    status: 401,
    en: 'This registry token is unknown, has expired or was revoked, or who issued it is no data steward any more, or acts no more in the stead in which it was issued. A data steward of the centre issues another (issueRegistryToken).',
    'zh-CN': '该登记令牌不存在、已过期、已撤销，或其签发人已不再是数据管理员、签发时的代办已结束。请由监测中心数据管理员另行签发（issueRegistryToken）。',
  },
  REGISTRY_TOKEN_BY_SYSTEM: {
    en: 'A system does not issue registry tokens, which would outlive its key. Let a data steward of the centre issue it in person.',
    'zh-CN': '系统不能签发登记令牌，否则令牌在系统密钥吊销后仍然有效。请由监测中心数据管理员以本人身份签发。',
  },
  WAITS_TOO_MANY: {
    status: 429,
    en: 'There are {limit} requests of yours for {what} waiting already, which is as many as may at once. Wait until one has ended, then ask again.',
    'zh-CN': '您已有 {limit} 个{what}请求正在等待，达到上限。请待其中之一结束后再试。',
  },
  REGISTRY_TOKEN_ELSEWHERE: {
    en: 'This registry token is for {subgraph} alone, to check and to publish. For anything else a data steward of the centre acts as himself.',
    'zh-CN': '该登记令牌仅可用于检查和发布 {subgraph}。其他操作须由监测中心数据管理员以本人身份进行。',
  },
} as const satisfies Record<string, CatalogueEntry>;
