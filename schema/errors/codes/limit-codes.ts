import type { CatalogueEntry } from '../catalogue-entry.js';

/** What protects the gateway: the limit, what came, what to do. */
export const limitCodes = {
  LIMIT_BODY_BYTES: {
    status: 413,
    en: 'The request has {came} bytes, and at most {limit} are taken. Send the items in several requests.',
    'zh-CN': '请求大小为 {came} 字节，上限为 {limit} 字节。请分多次提交。',
  },
  JSON_TOO_DEEP: {
    status: 400,
    en: 'The body of the request nests {came} levels, and at most {limit} are read. Send values that nest as the schema says.',
    'zh-CN': '请求正文嵌套 {came} 层，上限为 {limit} 层。请按 schema 规定的层次提交。',
  },
  LIMIT_TOKENS: {
    status: 400,
    en: 'The document has {came} tokens or more, and at most {limit} are read. Ask for less at a time, and send values as variables.',
    'zh-CN': '文档含 {came} 个以上词法单元，上限为 {limit} 个。请分次查询，并以变量传值。',
  },
  LIMIT_DEPTH: {
    status: 400,
    en: 'The document nests {came} levels, and at most {limit} are allowed. Ask for what lies deeper by its id in a second request.',
    'zh-CN': '文档嵌套 {came} 层，上限为 {limit} 层。更深的内容请按编号另行查询。',
  },
  LIMIT_FIELDS: {
    status: 400,
    en: 'The operation selects {came} fields once its fragments are written out, and at most {limit} are allowed. Ask for less at a time.',
    'zh-CN': '操作展开片段后共选取 {came} 个字段，上限为 {limit} 个。请分次查询。',
  },
  LIMIT_ALIASES: {
    status: 400,
    en: 'The operation uses {came} aliases, and at most {limit} are allowed. Ask for a list instead of one row after the other, or in several requests.',
    'zh-CN': '操作使用了 {came} 个别名，上限为 {limit} 个。请改用列表查询，或分次请求。',
  },
  LIMIT_ROOT_FIELDS: {
    status: 400,
    en: 'The operation has {came} root fields, and at most {limit} are allowed. Send it in several requests, and many items to one act as its list.',
    'zh-CN': '操作含 {came} 个根字段，上限为 {limit} 个。请分次请求；同一操作的多项请放入其列表。',
  },
  LIMIT_DIRECTIVES: {
    status: 400,
    en: 'One place of the document carries {came} directives, and at most {limit} are allowed. Leave out those that repeat.',
    'zh-CN': '文档同一位置有 {came} 个指令，上限为 {limit} 个。请去掉重复的指令。',
  },
  LIMIT_INTROSPECTION: {
    status: 400,
    en: 'The operation goes through {came} lists of the schema, and at most {limit} are allowed. Ask once for each list, or read the schema from the registry at /registry/supergraph.',
    'zh-CN': '操作遍历 schema 的 {came} 个列表，上限为 {limit} 个。每个列表请只查询一次，或从注册中心 /registry/supergraph 获取 schema。',
  },
  FRAGMENT_CYCLE: {
    status: 400,
    en: 'Fragments lead in a circle: {circle} (GraphQL §5.5.2.2). Take one of these spreads out.',
    'zh-CN': '片段循环引用：{circle}（GraphQL §5.5.2.2）。请去掉其中一处引用。',
  },
  LIMIT_COST: {
    status: 400,
    en: 'The operation could give {came} objects by the sizes of its lists, and at most {limit} are given at a time. Ask for fewer rows with first or last, above all where lists stand in lists, and for the others with after.',
    'zh-CN': '按列表大小估算，操作最多可返回 {came} 个对象，单次上限为 {limit} 个。请用 first 或 last 减少行数（尤其是嵌套列表），其余用 after 翻页。',
  },
  LIMIT_TIME_MS: {
    en: 'The operation was given up after {limit} ms; what was there by then is here. Ask for less at a time, or again in a moment.',
    'zh-CN': '操作超过 {limit} 毫秒，已中止，此前取得的数据已返回。请减少查询内容，或稍后重试。',
  },
  BATCHING_OFF: {
    status: 400,
    en: 'The request holds a list of {came} operations, and one is taken at a time. Send each in a request of its own.',
    'zh-CN': '请求包含 {came} 个操作的列表，每次只受理一个。请逐个发送。',
  },
  INTROSPECTION_OFF: {
    status: 400,
    en: 'The operation asks for the schema by {field}, which this gateway does not answer. Read the schema from the registry at /registry/supergraph.',
    'zh-CN': '操作通过 {field} 查询 schema，本网关未开放。请从注册中心 /registry/supergraph 获取 schema。',
  },
  OPERATION_NOT_LISTED: {
    status: 400,
    en: 'The operation {operation} is not in this hub’s list of operations. Send one that is, or have the operator add yours to the list.',
    'zh-CN': '操作 {operation} 不在本库的操作清单内。请使用清单内的操作，或请运维人员将其加入清单。',
  },
  PERSISTED_QUERY_MISMATCH: {
    status: 400,
    en: 'The hash {hash} is not that of the document sent with it. Right would be its SHA-256, {right}.',
    'zh-CN': '哈希 {hash} 与所附文档不符。正确的 SHA-256 为 {right}。',
  },
} as const satisfies Record<string, CatalogueEntry>;
