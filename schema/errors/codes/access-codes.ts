import type { CatalogueEntry } from '../catalogue-entry.js';

/** Who asks, and what is shared with whom (5.4.3). */
export const accessCodes = {
  DEMO_IDENTITY_UNKNOWN: {
    en: 'There is no demo identity {name} in the role {role} here. GET /explorer/identities lists those there are: under the development issuer, on the machine of the hub alone.',
    'zh-CN': '此处没有演示身份 {name}（角色 {role}）。可用的演示身份见 GET /explorer/identities，仅在开发用签发方下、在资源库本机提供。',
  },
  UNAUTHENTICATED: {
    status: 401,
    en: 'Who asks is not known: {reason}. Send a valid token of the hub’s issuer as "Authorization: Bearer …".',
    'zh-CN': '无法确认请求者身份：{reason}。请以 "Authorization: Bearer …" 携带本库签发机构的有效令牌。',
  },
  ISSUER_UNAVAILABLE: {
    status: 503,
    en: 'The issuer of the hub’s tokens cannot be asked for its keys now, so nobody new is known. Nothing was done: ask again in a moment, and tell the operator if it stays.',
    'zh-CN': '暂时无法向本库令牌的签发机构读取密钥，因而无法确认请求者身份。未执行任何操作：请稍后重试；如仍存在，请告知运维人员。',
  },
  PURPOSE_UNKNOWN: {
    status: 400,
    en: 'The header x-hub-purpose names no purpose of the hub: {purpose}. Use one of {known}, or leave it out.',
    'zh-CN': '请求头 x-hub-purpose 的用途 {purpose} 不在本库用途之列。请使用 {known} 之一，或不带该请求头。',
  },
  DELEGATION_NOT_IN_FORCE: {
    status: 403,
    en: 'The header x-hub-delegation names no delegation to you that is in force: {delegation}. It has not begun, is over or was ended, or you or the delegator are suspended or without the role. See the query delegations, or leave the header out.',
    'zh-CN': '请求头 x-hub-delegation 所指的 {delegation} 不是当前对您有效的代办授权：尚未开始、已到期或已终止，或者您或委托人已被暂停、不再具有该角色。请查询 delegations，或不带该请求头。',
  },
  SERVICE_ONLY: {
    status: 403,
    en: 'This address is for the hub’s own services. Use /graphql.',
    'zh-CN': '该地址仅供本库内部服务使用，请使用 /graphql。',
  },
  COORDINATE_UNKNOWN: {
    en: '{coordinate} is no field of the library on which an owner decides. The query resourceCatalog lists them all; write, for example, {example}.',
    'zh-CN': '{coordinate} 不是本库任何所有者所定条款的字段。全部字段见查询 resourceCatalog；例如 {example}。',
  },
  EXPLANATION_OF_OTHERS: {
    en: 'What the terms of {coordinate} give another party is told to who owns the field ({owner}) and to data stewards of the centre. Leave partyId and role out to ask about yourself.',
    'zh-CN': '{coordinate} 的条款给予其他单位的权限，只告知该字段的所有者（{owner}）和监测中心的数据管理员。请不带 partyId 和 role 查询本单位的权限。',
  },
  SHARING_NOT_IN_AUDIENCE: {
    en: '{coordinate} is shared by {owner} under the terms "{terms}", and your party, level or role is not in their audience. Ask with another role, or see the sharing matrix for who may read it.',
    'zh-CN': '{coordinate} 由 {owner} 按条款“{terms}”共享，贵方的类别、层级或角色不在其共享范围内。请换用适当角色，或查阅共享矩阵。',
  },
  SHARING_NOT_SHARED: {
    en: '{coordinate} of {owner} is not shared (terms "{terms}"): {ground}. There is nothing to apply for.',
    'zh-CN': '{owner} 的 {coordinate} 不予共享（条款“{terms}”）：{ground}。该项不受理共享申请。',
  },
  SHARING_NEEDS_GRANT: {
    en: '{coordinate} is shared by {owner} on application (terms "{terms}"). Apply to the holder for a purpose and a period.',
    'zh-CN': '{coordinate} 由 {owner} 有条件共享（条款“{terms}”）。请向持有单位提出申请，注明用途和期限。',
  },
  SHARING_NOT_YET_VISIBLE: {
    en: '{coordinate} opens to you in a later state (terms "{terms}" of {owner}). Ask again when it has moved on.',
    'zh-CN': '{coordinate} 尚未到可见状态（{owner} 的条款“{terms}”）。请待其状态推进后再查询。',
  },
  SHARING_NO_TERMS: {
    en: '{coordinate} has no approved terms of sharing and is closed. Tell the data steward.',
    'zh-CN': '{coordinate} 没有经批准的共享条款，暂不开放。请告知数据管理员。',
  },
  SHARING_FILTER_DENIED: {
    en: 'The argument {argument} chooses rows by {coordinate}, which {owner} opens to you on no row (terms "{terms}"). Leave it out, or apply for the field where the refusal says how.',
    'zh-CN': '参数 {argument} 按 {coordinate} 筛选或排序，{owner} 未向贵方开放该字段的任何数据行（条款“{terms}”）。请去掉该参数；如拒绝信息附有申请方式，可申请共享该字段。',
  },
  ACT_NOT_PERMITTED: {
    en: 'The act {act} is for {who}; you act as {role}. Use a token of that role.',
    'zh-CN': '操作 {act} 仅限 {who}，当前角色为 {role}。请使用相应角色的令牌。',
  },
} as const satisfies Record<string, CatalogueEntry>;
