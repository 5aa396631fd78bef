import type { CatalogueEntry } from '../catalogue-entry.js';

/** What follows a result: notices with proof of service, and objections (after 5.4.1). */
export const resultCodes = {
  NOTICE_ISSUED: {
    en: 'Notice {number} in this capacity has been issued for monitoring data {data} and is in force. Have it served, or withdraw it before you issue another.',
    'zh-CN': '监测数据 {data} 已就该告知对象制发告知书 {number}，且仍有效。请送达该告知书，或先撤回再重新制发。',
  },
  NOTICE_ADDRESSEE_UNKNOWN: {
    en: 'Monitoring data {data} names nobody in this capacity. Issue the notice to another party that it names.',
    'zh-CN': '监测数据 {data} 未载明该类告知对象。请告知其载明的其他对象。',
  },
  NOTICE_OBJECTED: {
    en: 'Objection {number} has been raised upon this notice. Decide that objection; a notice has one, and is not withdrawn after it.',
    'zh-CN': '已就该告知书提出异议 {number}。请先处理该异议；一份告知书只有一次异议，提出后告知书不能撤回。',
  },
  NOTICE_WITHOUT_OBJECTION: {
    en: 'A platform that is told as platform is no seller or producer and does not object to the result (产品质量法 15). Comment on the monitoring data, or object upon the notice as seller.',
    'zh-CN': '以电商平台身份收到告知的，不是销售者或生产者，不能对结果提出异议（产品质量法第十五条）。可对监测数据提出意见，自营的请以销售者身份的告知书提出异议。',
  },
  GROUND_OF_PRODUCER: {
    en: 'Only the nominal producer says that a product is not its own. Choose another ground, and tell in the statement where the product came from.',
    'zh-CN': '“非本企业生产”只能由标称生产者提出。请选择其他理由，并在陈述中说明产品来源。',
  },
  OBJECTION_TOO_LATE: {
    en: 'The time to object ended on {until} (产品质量法 15). The result stands; comment on the monitoring data if you have something to say to it.',
    'zh-CN': '异议期限已于 {until} 届满（产品质量法第十五条），结果有效。如有意见，可对监测数据提出意见。',
  },
  OBJECTOR_ACTS_ITSELF: {
    en: '{addressee} has an account at the hub and objects there itself. Ask it to do so within its limit.',
    'zh-CN': '{addressee} 在本库有账户，应自行提出异议。请通知其在期限内在本库提出。',
  },
} as const satisfies Record<string, CatalogueEntry>;
