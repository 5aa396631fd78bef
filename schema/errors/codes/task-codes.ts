import type { CatalogueEntry } from '../catalogue-entry.js';

/** What stands in the way of claiming tasks and of acting for another (领办、代办, 5.4.3 b, clause 1). */
export const taskCodes = {
  TASK_OF_ANOTHER_ROLE: {
    en: 'This task is one of the role {role}; you act as {yours}. Ask with a token of that role, or by a delegation of it (x-hub-delegation).',
    'zh-CN': '该待办属于角色 {role}，您当前以 {yours} 身份办理。请使用该角色的令牌，或以该角色的代办授权（x-hub-delegation）办理。',
  },
  TASK_CLAIMED_ALREADY: {
    en: '{user} has worked on this task since {since}. Take another one, or ask {user} to hand it over or give it back.',
    'zh-CN': '该待办自 {since} 起由 {user} 领办。请办理其他待办，或请 {user} 转交或退回。',
  },
  TASK_CLAIM_OF_ANOTHER: {
    en: '{user} works on this task. Only {user}, or who acts in their stead, gives it back or hands it over.',
    'zh-CN': '该待办由 {user} 领办，仅 {user} 本人或其代办人可退回或转交。',
  },
  USER_NOT_IN_ROLE: {
    en: '{user} is no active user of your party with the role {role}, nor has it by a delegation in force. Name a colleague who has, as the users of your participant show.',
    'zh-CN': '{user} 不是贵单位具有角色 {role} 的有效用户，也没有该角色的有效代办授权。请指明具有该角色的同事，见本单位的用户名单。',
  },
  ROLE_NOT_DELEGABLE: {
    en: 'The role {role} is not delegated: whoever has it is authorised in person. Roles that can be are {roles}; for another one, let your party give the colleague the role itself.',
    'zh-CN': '角色 {role} 须由本人行使，不能委托代办。可委托的角色为 {roles}；其他角色请由本单位直接授予该同事。',
  },
  ROLE_NOT_YOURS: {
    en: 'You do not carry the role {role}, and a role that one has by delegation is not delegated further. Delegate one of your own: {roles}.',
    'zh-CN': '您本人不具有角色 {role}；受托代办的角色不得转委托。请委托您本人的角色：{roles}。',
  },
  DELEGATION_OVERLAPS: {
    en: '{user} has your role {role} by the delegation {delegation} already, from {begins} until {until} (UTC+8). Choose a time outside it, or end it first (endDelegation).',
    'zh-CN': '{user} 已有您角色 {role} 的代办授权 {delegation}，期限为 {begins} 至 {until}（北京时间）。请另选时间，或先终止该授权（endDelegation）。',
  },
  DELEGATION_LIMIT: {
    en: 'You have given {limit} delegations that are not over, which is the most. End one that is not needed any more (endDelegation).',
    'zh-CN': '您未到期的代办授权已达上限 {limit} 份。请先终止不再需要的授权（endDelegation）。',
  },
  DELEGATION_OF_OTHERS: {
    en: 'A delegation is ended by its delegator or its delegate. Ask one of the two.',
    'zh-CN': '代办授权只能由委托人或代办人终止，请与其联系。',
  },
} as const satisfies Record<string, CatalogueEntry>;
