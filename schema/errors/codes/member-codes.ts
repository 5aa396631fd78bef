import type { CatalogueEntry } from '../catalogue-entry.js';

/** What stands in the way of keeping members and their users (成员与用户, 5.4.4). */
export const memberCodes = {
  PARTICIPANT_ID_TAKEN: {
    en: 'A party is or was named {id} already, and its records go on naming it. Choose another id.',
    'zh-CN': '单位标识 {id} 已被使用，历史记录仍在引用。请另选标识。',
  },
  MEMBER_ALREADY: {
    en: '{id} with the code {uscc} takes part already. Register its users there, or enter its new name or place (renameParticipant).',
    'zh-CN': '统一社会信用代码为 {uscc} 的单位 {id} 已是成员。请由该单位新增用户，或办理变更登记（renameParticipant）。',
  },
  USER_ID_TAKEN: {
    en: 'The user {id} is registered already, and a user belongs to one party. Take the subject (sub) that the identity provider has for this person at this party.',
    'zh-CN': '用户 {id} 已登记，一个用户只属于一个单位。请使用身份提供方为该人员在本单位分配的标识（sub）。',
  },
  ROLE_NOT_OF_KIND: {
    en: 'Users of a party of this kind do not carry the role {role}. They may carry {roles}.',
    'zh-CN': '该类单位的用户不能具有角色 {role}。可选角色为 {roles}。',
  },
  ROLES_KEPT_APART: {
    en: 'The roles {roles} watch over each other and are carried by different persons. Leave one of them, and give the others to colleagues.',
    'zh-CN': '角色 {roles} 相互监督，应由不同人员担任。请只保留其中一个，其余授予其他同事。',
  },
  ROLE_OF_ADMINISTRATOR: {
    en: 'The role {role} watches over others, and a claim that is kept elsewhere does not give it. Give it to each person by name (changeUser).',
    'zh-CN': '角色 {role} 负责监督，不能由外部身份信息授予。请逐人设置（changeUser）。',
  },
  CLAIM_OF_EVERY_TOKEN: {
    en: 'The claim {claim} says who the bearer is or what the token is, and no role follows from that. Name a claim in which your identity provider keeps groups or roles, such as groups or /resource_access/hub/roles.',
    'zh-CN': '声明 {claim} 用于标识用户或令牌本身，不能据以授予角色。请改用身份提供方存放用户组或角色的声明，例如 groups 或 /resource_access/hub/roles。',
  },
  ROLE_MAPPING_LIMIT: {
    en: 'Your party has {limit} role mappings in force, which is the most. Remove one that is not needed any more (removeRoleMapping), or give several groups one claim at your identity provider.',
    'zh-CN': '贵单位使用中的角色映射已达上限 {limit} 条。请先撤销不再需要的映射（removeRoleMapping），或在身份提供方归并用户组。',
  },
  KEY_OF_ADMINISTRATOR: {
    en: 'The user {user} carries the role {role}, and administrators are persons: no system acts as one. Register a user of its own for the system (registerUser), and issue the key for that.',
    'zh-CN': '用户 {user} 具有角色 {role}，管理员须由人员担任，系统不能代行。请为该系统另行新增用户（registerUser），再为其签发密钥。',
  },
  USER_NOT_ACTIVE: {
    en: 'The user {user} is not active, and nobody acts as one who is not. Make the user active first (changeUser), or issue the key for another.',
    'zh-CN': '用户 {user} 已停用，不能以其身份行事。请先恢复该用户（changeUser），或为其他用户签发密钥。',
  },
  USER_STILL_ACTIVE: {
    en: 'The user {user} acts still, and a name is kept for as long. Make the user inactive first (changeUser).',
    'zh-CN': '用户 {user} 仍在用，其姓名须予保存。请先停用该用户（changeUser）。',
  },
  USER_OF_MEMBER: {
    en: 'The user is of {party}, which takes part: its own system administrator erases the name (5.4.3 d). The keeper of the register does for a party that has left.',
    'zh-CN': '该用户属于 {party}，其仍为成员，应由其系统管理员删除姓名（5.4.3 d）。成员退出后，由成员登记单位删除。',
  },
  CLIENT_KEY_UNPROVED: {
    en: 'The proof does not show that the private half of the key is at hand: {problem}. Have the system that made the pair sign a new one for the user {user} (provedKey of @hub/client, RFC 7523), and send it within a day.',
    'zh-CN': '持有证明不足以证明提交方持有该密钥的私钥：{problem}。请由生成密钥对的系统为用户 {user} 重新签署（@hub/client 的 provedKey，RFC 7523），并在一天内提交。',
  },
  CLIENT_KEY_KNOWN: {
    en: 'The key {key} was issued before, and a key is issued once: one that was revoked does not come back. Make a new pair, and send its public half.',
    'zh-CN': '密钥 {key} 曾经签发，同一密钥只签发一次，已吊销的不再启用。请重新生成密钥对并提交其公钥。',
  },
  USER_IS_YOURSELF: {
    en: 'Nobody changes their own roles. Ask another administrator of your party; where there is none, register a second one first (registerUser).',
    'zh-CN': '不能变更本人的用户信息。请由本单位另一位系统管理员办理；如无，请先新增一位系统管理员（registerUser）。',
  },
  ADMINISTRATOR_NO_MORE: {
    en: 'You keep the users of your party no more: another administrator has taken the role from you. Turn to them.',
    'zh-CN': '您已不再是本单位的系统管理员，该角色已由另一位系统管理员收回。请与其联系。',
  },
  REGISTER_KEPT_BY_ANOTHER: {
    en: 'The register of members is kept by {center}. Turn to its data stewards or its security administrator.',
    'zh-CN': '成员登记由 {center} 负责。请联系该单位的数据管理员或安全管理员。',
  },
  APPLICATION_NEEDS_ANOTHER_PERSON: {
    en: 'You recorded this application yourself. Let another data steward admit the party.',
    'zh-CN': '该入会申请由您受理，应由另一位数据管理员决定。',
  },
  PARTICIPANT_IS_YOURS: {
    en: 'This is your own party, which keeps the register: nobody could take it back. Let the operator of the hub see to it.',
    'zh-CN': '这是您所在的、负责成员登记的单位，此操作将无法撤销。请联系共享库运维人员处理。',
  },
} satisfies Readonly<Record<string, CatalogueEntry>>;
