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
    en: '{addressee} has an account at the hub that is in use and objects there itself. Ask it to do so within its limit.',
    'zh-CN': '{addressee} 在本库有账户，应自行提出异议。请通知其在期限内在本库提出。',
  },
  RETEST_ORDERED: {
    en: 'Retest {number} of this result has been ordered, and its conclusion is final. Decide the objection upon that one.',
    'zh-CN': '该结果已下达复检 {number}，复检结论为最终结论。请依据该次复检处理异议。',
  },
  RETEST_AT_FIRST_LAB: {
    en: 'Lab {lab} had the first sample (commission {number}). Commission the retention sample from another lab that is accredited for the items.',
    'zh-CN': '检验机构 {lab} 承担了初次检验（委托 {number}）。请将备样委托给具备相应资质的其他检验机构。',
  },
  RETEST_AT_SUBCONTRACTOR: {
    en: 'Lab {lab} did a part of the first test as subcontractor (report {number}). Commission the retention sample from a lab that had no part in it.',
    'zh-CN': '检验机构 {lab} 作为分包方承担了初次检验的部分项目（报告 {number}）。请将备样委托给未参与初次检验的检验机构。',
  },
  RETEST_NOT_SUBCONTRACTED: {
    en: 'A retest is carried out by the lab that is commissioned, so that it is not the first lab again. Commission it without consent to subcontracting.',
    'zh-CN': '复检须由受托检验机构自行完成，以免再由初检机构承担。请在不同意分包的条件下委托。',
  },
  SAMPLE_NOT_FOR_RETEST: {
    en: 'Sample {sample} was not set apart for a retest. Name the retention sample of the retest that cannot be carried out.',
    'zh-CN': '样品 {sample} 不是为复检分出的备样。请指明无法复检的备样。',
  },
  SAMPLE_WAS_TESTED: {
    en: 'Sample {sample} was tested before it was disposed of, and its result stands. Nothing is bought in its place; order another batch (orderSampling) where the plan has one left.',
    'zh-CN': '样品 {sample} 在处置前已检验，结果有效，无需补样。计划尚有批次的，请另行下达采样任务（orderSampling）。',
  },
  RETENTION_RUNS: {
    en: 'Sample {sample} did not conform, and plan {plan} has not ended: an objection may still ask for its retention part. Dispose of it when the plan has been completed or cancelled.',
    'zh-CN': '样品 {sample} 不合格，且计划 {plan} 尚未办结：异议可能仍需备样。请待计划办结或撤销后再处置。',
  },
  SAMPLE_STILL_NEEDED: {
    en: 'Retention sample {sample} is set apart for a retest that has no conclusion yet. Dispose of the sample when the retest is concluded.',
    'zh-CN': '备样 {sample} 正用于复检，尚无结论。请待复检办结后再处置该样品。',
  },
  DISPOSAL_NOT_WITNESSED: {
    en: 'How sample {sample} was disposed of has been told, and nobody has borne witness yet. Let a second person do so (witnessDisposal).',
    'zh-CN': '样品 {sample} 的处置已登记，尚待见证。请由第二人见证（witnessDisposal）。',
  },
  DISPOSAL_NOT_TOLD: {
    en: 'Nobody has told how sample {sample} was disposed of, so there is nothing to witness. Let a storekeeper tell it first (disposeSample).',
    'zh-CN': '样品 {sample} 的处置尚未登记，无可见证。请先由样品管理员登记（disposeSample）。',
  },
  WITNESS_NEEDED: {
    en: 'You, {user}, told of this disposal; another person bears witness. Let a colleague do so.',
    'zh-CN': '该处置由您（{user}）登记，须由另一人见证。请由同事见证。',
  },
  RETEST_CONCLUDED: {
    en: 'Monitoring data {number} rest on the retest, which is final; nothing more is formed from the first sample. Leave them as they are.',
    'zh-CN': '监测数据 {number} 已以复检结论为准，复检结论为最终结论，不再依据初检样品形成监测数据。请保持现有版本。',
  },
  NOTICE_NOT_SERVED: {
    en: 'The result of monitoring data {data} has not been served on its {capacity}, so it cannot be published (after 5.4.1). Issue the notice and have it served first.',
    'zh-CN': '监测数据 {data} 的检验结果尚未送达 {capacity}，不能公告。请先制发并送达告知书。',
  },
  RISK_MONITORING_NOT_PUBLISHED: {
    en: 'Monitoring data {data} come of risk monitoring, whose results are not published (产品质量法 24). Handle them in a case; for a public notice have the product sampled under supervision sampling.',
    'zh-CN': '监测数据 {data} 来自风险监测，其结果不予公告（产品质量法第二十四条）。请以隐患处理方式处置；需公告的，请另行组织监督抽查。',
  },
  PROVINCE_UNKNOWN: {
    en: 'Monitoring data {data} cannot be handed up: no provincial regulator of this region takes part. Ask the centre to admit it first.',
    'zh-CN': '监测数据 {data} 无法报请公告：本地区尚无省级监管部门参与。请先由监测中心办理其加入。',
  },
  OBJECTION_UNDECIDED: {
    en: 'Objection {number} to monitoring data {data} is not decided, so the result cannot be published (after 5.4.1). Decide it first.',
    'zh-CN': '对监测数据 {data} 的异议 {number} 尚未处理，不能公告。请先处理异议。',
  },
  OBJECTION_WAS_UPHELD: {
    en: 'Objection {number} to monitoring data {data} was upheld. Wait for the corrected version and publish that one, if it still fails.',
    'zh-CN': '对监测数据 {data} 的异议 {number} 已成立。请待更正后的版本到达，如仍不合格再行公告。',
  },
  OBJECTION_TIME_RUNNING: {
    en: 'Seller or producer of monitoring data {data} may object until {until}, so the result cannot be published before (after 5.4.1). Publish it then.',
    'zh-CN': '监测数据 {data} 的销售者或生产者在{until}前可提出异议，此前不能公告。请届时再发布。',
  },
  OBJECTIONS_UNHEARD: {
    en: 'Objections to monitoring data {data} that were made in time, until {until} (UTC+8), may still be on their way: the platforms have been heard up to {heard} (UTC+8). Publish it a minute after they have been heard; if they are away for long, inform the operator.',
    'zh-CN': '对监测数据 {data} 在 {until}（北京时间）前按期提出的异议可能尚在途中：平台方数据仅接收至 {heard}（北京时间）。请在恢复接收一分钟后再发布；如长时间未恢复，请告知运维人员。',
  },
} as const satisfies Record<string, CatalogueEntry>;
