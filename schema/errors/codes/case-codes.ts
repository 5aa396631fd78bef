import type { CatalogueEntry } from '../catalogue-entry.js';

/** The regulator's cases and directions (3.1 d). */
export const caseCodes = {
  ADDRESSEE_NOT_CONCERNED: {
    en: 'No monitoring data that is handled in case {number} concerns {addressee} (3.1 d). Name one that it concerns: {concerned}.',
    'zh-CN': '案件 {number} 中在办的监测数据均不涉及 {addressee}（3.1 d）。请改为所涉及的对象：{concerned}。',
  },
  ADDRESSEE_ANSWERS_ITSELF: {
    en: '{addressee} has an account at the hub that is in use and answers the direction itself (3.1 d). Ask it to report there.',
    'zh-CN': '{addressee} 在本库有账户，应自行报告指令履行情况（3.1 d）。请通知其在本库报告。',
  },
  DIRECTIONS_OPEN: {
    en: 'Directions of the case have not come to their end: {numbers} (3.1 d). End or withdraw them first.',
    'zh-CN': '案件的处置指令尚未办结：{numbers}（3.1 d）。请先核查办结或撤回。',
  },
  REFERRALS_OPEN: {
    en: 'Referrals of the case have not been answered: {numbers} (3.1 d). Wait for the replies, enter them, or withdraw the referrals first.',
    'zh-CN': '案件移送尚未得到答复：{numbers}（3.1 d）。请待答复、代录答复，或先撤回移送。',
  },
  RECIPIENT_ANSWERS_ITSELF: {
    en: 'The referral is answered by {recipient} itself, at the hub where it has an account (3.1 d). Ask it to answer there.',
    'zh-CN': '移送由 {recipient} 自行答复，其在本库有账户（3.1 d）。请通知其在本库答复。',
  },
} as const satisfies Record<string, CatalogueEntry>;
