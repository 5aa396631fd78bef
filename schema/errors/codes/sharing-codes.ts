import type { CatalogueEntry } from '../catalogue-entry.js';

/** What the sharing desk (共享申请与授权, 5.4.3 a and b) refuses, and what its decisions do to reading. */
export const sharingCodes = {
  SHARING_REPLICA_STALE: {
    en: '{coordinate} of {owner} is shared on application, and {owner} has not heard from the sharing desk lately: it cannot know whether your grant still holds. Nothing is lost; ask again in a moment, and tell the operator if it stays.',
    'zh-CN': '{owner} 的 {coordinate} 为有条件共享，而 {owner} 暂时无法与共享服务台联系，无法确认贵方的授权是否仍然有效。授权并未丢失，请稍后重试；如仍存在，请告知运维人员。',
  },
  SHARING_CLOSED: {
    en: '{coordinate} of {owner} has been closed for the time being: {ground}. A data steward confirms or reopens it; ask again then.',
    'zh-CN': '{owner} 的 {coordinate} 已被临时关闭：{ground}。将由数据管理员确认或恢复，请届时再查询。',
  },
  SHARING_FIELD_UNKNOWN: {
    en: '{name} is no field or resource that can be applied for. Name a CONDITIONAL field such as {example}, as the refusal or the sharing matrix has it.',
    'zh-CN': '{name} 不是可申请的字段或资源。请填写拒绝信息或共享矩阵中列出的有条件共享字段，例如 {example}。',
  },
  SHARING_NOT_FOR_APPLICANT: {
    en: 'The terms of {name} do not name your kind of party, level or purpose: a grant would open nothing. They name {who}.',
    'zh-CN': '{name} 的条款不包括贵方的主体类别、层级或该用途，授权也不会开放任何内容。条款所列为 {who}。',
  },
  SHARING_HOLDER_SUSPENDED: {
    en: 'The party {id} is suspended; nothing can be applied for with it now. Apply again when it has returned.',
    'zh-CN': '单位 {id} 已被暂停，目前不能向其提出申请。请待其恢复后再申请。',
  },
  SHARING_HOLDER_UNKNOWN: {
    en: 'No party holds what you name: {problem}. Name the holders by holderIds, as the refusal lists them.',
    'zh-CN': '未找到所申请内容的持有单位：{problem}。请按拒绝信息在 holderIds 中写明持有单位。',
  },
  SHARING_GRANT_WIDER: {
    en: '{field} goes beyond what was applied for: {problem}. Grant all of it or a part.',
    'zh-CN': '{field} 超出申请范围：{problem}。请按申请的全部或部分授权。',
  },
  FIELD_CANNOT_BE_CLOSED: {
    en: '{coordinate} cannot be closed: {problem}. Close the fields that tell of the matter.',
    'zh-CN': '{coordinate} 不能关闭：{problem}。请关闭涉及该事项的具体字段。',
  },
  SHARING_LIMIT_PASSED: {
    en: 'The limit for answering {number} has passed; more time is asked for before it does. Grant what is asked for, or refuse it with the legal ground.',
    'zh-CN': '共享申请 {number} 的答复期限已过；延期须在期限届满前提出。请授权，或注明法律依据不予共享。',
  },
  FIELD_CLOSED_ALREADY: {
    en: '{coordinate} is closed on these rows already, by the closing {id}. There is nothing to do.',
    'zh-CN': '{coordinate} 在这些数据上已由关闭记录 {id} 关闭，无需再次关闭。',
  },
  CLOSING_NEEDS_ANOTHER_PERSON: {
    en: 'Who closed a field does not confirm it. Let another data steward confirm or reopen it.',
    'zh-CN': '关闭字段的人不能自行确认。请由另一名数据管理员确认或恢复。',
  },
  CORRECTION_FIELD_UNKNOWN: {
    en: '{name} is no field of a row of which a correction can be asked. Name the fields of one type that its owner holds, as the sharing matrix has them, such as {example}.',
    'zh-CN': '{name} 不是可以申请更正的字段。请填写共享矩阵中同一资源类型、由其数据提供单位持有的字段，例如 {example}。',
  },
  CORRECTION_VERSION_UNKNOWN: {
    en: 'The hub has heard of no {type} {id} of your party since the correction was asked for. Do the correcting act first and name the version that it made, or leave correctedBy out where the row itself was corrected.',
    'zh-CN': '自提出更正申请以来，本库未收到贵单位 {type} {id} 的任何动态。请先办理更正并填写由此产生的版本；如更正的是原记录本身，请不填 correctedBy。',
  },
  CORRECTION_CHANGED_NOTHING: {
    en: 'The hub has heard of nothing done to {type} {id} since the correction was asked for ({since}). Do the correcting act first, wait a moment until it is heard of, and name the version that it made, if any; or reject the request with the reason.',
    'zh-CN': '自提出更正申请（{since}）以来，本库未收到 {type} {id} 的任何变动。请先办理更正，稍候片刻待本库收到，如由此产生新版本请在 correctedBy 中填写；否则请说明理由不予更正。',
  },
  CORRECTION_LIMIT_PASSED: {
    en: 'The limit for answering {number} has passed; more time is asked for before it does. Correct the data, or reject the request with the reason.',
    'zh-CN': '数据勘误 {number} 的答复期限已过；延期须在期限届满前提出。请更正数据，或说明理由不予更正。',
  },
  CORRECTION_CLOCK_STANDS: {
    en: 'The clock of the duty {duty} has stood since {since}: no time runs out. Correct the data or reject the request; or, when the requester has let the clock run again (resumeDuty) or its longest pause is over, ask for more time.',
    'zh-CN': '待办 {duty} 自 {since} 起中止计时，期限不计。请更正数据或说明理由不予更正；如需延期，请待申请人恢复计时（resumeDuty）或最长中止期满后提出。',
  },
  READINGS_WAITING: {
    en: '{count} corrections and comments of your party still wait for the word of the owners whether it reads those rows; there may be {most}. Wait some minutes until they are decided, then send the same key again.',
    'zh-CN': '贵单位尚有 {count} 件勘误申请和意见待数据管理方确认可见范围（上限 {most} 件）。请等待数分钟，待其确认后以同一 idempotencyKey 重试。',
  },
  COMMENT_SUBJECT_UNKNOWN: {
    en: '{type} is no type of row that can be commented on. Name the type as the sharing matrix has it, such as {example}.',
    'zh-CN': '{type} 不是可以提出意见的资源类型。请填写共享矩阵中的类型，例如 {example}。',
  },
  DUTY_NOT_PAUSABLE: {
    en: 'The clock of {kind} is not yours to stop or start; the limits of duties name for it: {who}. Ask one of them, or do what is owed.',
    'zh-CN': '贵方不能中止或恢复 {kind} 的计时；时限表规定可由以下主体办理：{who}。请与其联系，或按期完成。',
  },
  DUTY_PAUSED_ALREADY: {
    en: 'The clock of the duty {id} has stood since {since}. There is nothing to do; let it run again by resumeDuty.',
    'zh-CN': '待办 {id} 自 {since} 起已中止计时，无需再次中止；请用 resumeDuty 恢复计时。',
  },
  DUTY_NOT_PAUSED: {
    en: 'The clock of the duty {id} runs. There is nothing to do.',
    'zh-CN': '待办 {id} 正在计时，无需恢复。',
  },
  DUTY_PAUSES_USED: {
    en: 'The clock of a {kind} is stopped {times} times at most, and it has been. Let it run, or end its cause.',
    'zh-CN': '{kind} 最多可中止计时 {times} 次，已经用完。请按期完成，或终止其事由。',
  },
  DUTY_LATE_ALREADY: {
    en: 'The duty was due at {dueAt} (UTC+8) and is late; stopping its clock would not make it timely. Do what is owed, or ask the authority above.',
    'zh-CN': '该待办期限为 {dueAt}（北京时间），已经逾期，不能再中止计时。请尽快完成，或与上级主管部门联系。',
  },
  WORKING_CALENDAR_MISSING: {
    en: 'The limit leads into {year}, of which the hub does not know the working days; it knows {known}. Tell a data steward to publish the notice of the State Council for that year (publishCodeList, working-calendar).',
    'zh-CN': '时限延至 {year} 年，本库尚无该年的工作日安排（现有 {known}）。请告知数据管理员按国务院办公厅通知发布该年日历（publishCodeList，working-calendar）。',
  },
} as const satisfies Record<string, CatalogueEntry>;
