import type { CatalogueEntry } from '../catalogue-entry.js';

/** From commission to monitoring data (3.2 c, d, 3.3, 5.3). */
export const inspectionCodes = {
  LAB_UNKNOWN: {
    en: 'No lab {lab} takes part that has told the centre its accreditation (3.2 c). Check the id; if it is right, ask the lab to record its accreditation.',
    'zh-CN': '没有已向监测中心登记能力附表的检验机构 {lab}（3.2 c）。请核对编号；编号无误的，请该机构登记能力附表。',
  },
  LAB_WITHOUT_CMA: {
    en: 'The CMA of lab {lab} is not valid on {date} (valid {from} to {until}). Commission another lab (3.2 c).',
    'zh-CN': '检验机构 {lab} 的资质认定在 {date} 无效（有效期 {from} 至 {until}）。请委托其他机构（3.2 c）。',
  },
  LAB_SCOPE_LACKS_ITEM: {
    en: 'The scope of lab {lab} does not cover {items}. Commission a lab whose scope covers every item (3.2 c).',
    'zh-CN': '检验机构 {lab} 的能力附表未覆盖 {items}。请委托覆盖全部项目的机构（3.2 c）。',
  },
  SAMPLES_OF_SEVERAL_PLANS: {
    en: 'A commission holds samples of one plan. Split it by plan.',
    'zh-CN': '一份委托只能包含同一计划的样品。请按计划拆分。',
  },
  COMMISSION_NOT_ACCEPTED: {
    en: 'The lab has not accepted the commission {number} yet; nothing leaves the warehouse before (3.3 a). Wait for its answer, then send the same key again.',
    'zh-CN': '检验机构尚未接受委托 {number}，接受前样品不得出库（3.3 a）。请待其答复后以同一 idempotencyKey 重试。',
  },
  AGREED_TIME_PASSED: {
    en: 'The agreed time of this commission, {agreed} (UTC+8), has passed: no report can be promised for it. Decline it with a reason, and let the centre commission anew (5.3.5).',
    'zh-CN': '该委托的约定时间 {agreed}（北京时间）已过，无法再承诺出具报告。请说明理由予以拒绝，由监测中心重新委托（5.3.5）。',
  },
  SAMPLE_NOT_STORED: {
    en: 'The sample has no place yet whose conditions could be read. Store it first (5.3.1).',
    'zh-CN': '样品尚未入库储存，无法登记储存环境。请先登记储存（5.3.1）。',
  },
  CUSTODY_NOT_YOURS: {
    en: 'The sample is in the hands of {custodian}. Who holds it hands it over, or who takes it over records that (5.3.1).',
    'zh-CN': '样品现由 {custodian} 保管。请由保管人移交，或由接收人登记接收（5.3.1）。',
  },
  RESULT_NOT_COMMISSIONED: {
    en: '{item} was not commissioned. Report the commissioned items, each once.',
    'zh-CN': '{item} 不在委托项目之内。请按委托项目逐项报告，每项一次。',
  },
  SUBCONTRACTING_NOT_ALLOWED: {
    en: 'The centre has not consented to subcontracting, and {item} is marked as subcontracted (3.2 c). Inspect it yourself, or ask the centre for a commission with its consent.',
    'zh-CN': '监测中心未同意分包，而 {item} 标为分包（3.2 c）。请自行检验，或请监测中心出具同意分包的委托。',
  },
  VERDICT_CONTRADICTS_RULE: {
    en: 'The verdict {verdict} on {item} contradicts the rule {rule}: {measured} against {limit} (5.3.3). Right would be {right}. If the rule does not fit, name NO_RULE: the reviewer then signs the reason.',
    'zh-CN': '{item} 的判定 {verdict} 与判定规则 {rule} 矛盾：实测 {measured}，限值 {limit}（5.3.3）。应为 {right}。规则不适用的，请填 NO_RULE，由审核人签署理由。',
  },
  REPORT_INCOMPLETE: {
    en: 'The report lacks results for {items}; it is complete or it is not issued (5.3.4). Give a result or a failure of each.',
    'zh-CN': '报告缺少 {items} 的结果，不完整的报告不得签发（5.3.4）。请逐项填写结果或检验不能的原因。',
  },
  SIGNATORY_NOT_AUTHORISED: {
    en: '{userId} is not authorised to approve: {items} (3.3). Let a signatory approve who is, or record the field for which this one is authorised (recordAccreditation).',
    'zh-CN': '{userId} 的授权签字领域不含：{items}（3.3）。请由相应领域的授权签字人批准，或登记其授权签字领域（recordAccreditation）。',
  },
  REPORT_NUMBER_TAKEN: {
    en: 'The report number {number} has been used by this lab, where each is used once (3.3). Choose another.',
    'zh-CN': '本机构已使用报告编号 {number}，编号在机构内不得重复（3.3）。请改用其他编号。',
  },
  REPORT_IN_PREPARATION: {
    en: 'The report {number} on this sample is under way. Bring it to its end first.',
    'zh-CN': '该样品的报告 {number} 正在办理。请先办结该报告。',
  },
  SAMPLE_ALREADY_REPORTED: {
    en: 'The sample {sample} has the report {number} already. To replace it, name it as supersedesId with a supersessionReason (5.3.4).',
    'zh-CN': '样品 {sample} 已有报告 {number}。如需更改，请以 supersedesId 指明该报告并填写 supersessionReason（5.3.4）。',
  },
  THREE_PERSONS_REQUIRED: {
    en: 'A report is prepared, reviewed and approved by three persons of the lab with those roles (3.3): {problem}. Leave this step to another person.',
    'zh-CN': '报告须由检验机构三名具备相应职责的人员编制、审核、批准（3.3）：{problem}。请由其他人员办理此步骤。',
  },
  JUDGEMENT_REASON_MISSING: {
    en: 'No rule decides the verdict on {items}, or it is another than a rule proposes. Sign a reason for each as one of the judgements, or return the report (5.3.3).',
    'zh-CN': '{items} 的判定没有适用规则，或与按规则得出的判定不同。请在 judgements 中逐项签署理由，或退回报告（5.3.3）。',
  },
  REPORT_LATE: {
    en: 'The agreed time {agreed} (UTC+8) has passed. Say why as lateReason (5.3.5).',
    'zh-CN': '已超过约定时间 {agreed}（北京时间）。请在 lateReason 中说明理由（5.3.5）。',
  },
  SIGNING_KEY_REVOKED: {
    en: 'Your signing key {key} was revoked at {at}, and nothing is signed with it (3.3). Issue yourself a new one (issueSigningKey), then send the same item again.',
    'zh-CN': '您的签名密钥 {key} 已于 {at} 吊销，不得再用于签署（3.3）。请先签发新密钥（issueSigningKey），再重新提交该项。',
  },
  SIGNER_UNAVAILABLE: {
    en: 'The signing service does not answer ({problem}); nothing was signed and nothing issued. Send the same key again in some minutes; if it goes on, tell the operator of the hub.',
    'zh-CN': '签名服务无应答（{problem}），未签署也未签发。请数分钟后以同一 idempotencyKey 重试；持续如此的，请告知平台运维人员。',
  },
  SIGNER_REFUSED: {
    en: 'The signing service does not sign: {problem}. Nothing was signed and nothing issued. Have it put right there, then send the same key again.',
    'zh-CN': '签名服务未予签署：{problem}。未签署也未签发。请在签名服务处解决后以同一 idempotencyKey 重试。',
  },
  SIGNATURE_WRONG: {
    en: 'What the signing service gave is no signature by the key {key}; nothing was issued. Have the operator of the hub check which key the service signs with, then send the same key again.',
    'zh-CN': '签名服务返回的不是密钥 {key} 的签名，未签发。请运维人员核对签名服务所用密钥，再以同一 idempotencyKey 重试。',
  },
  REPORT_KEY_REVOKED: {
    en: 'The report {number} was signed with the key {key}, which had been revoked before the centre received it (3.3). Issue a new version of it, signed with a key in force.',
    'zh-CN': '报告 {number} 所用签名密钥 {key} 在监测中心收到之前已吊销（3.3）。请以使用中的密钥签发新版本。',
  },
  REPORT_SIGNATURE_WRONG: {
    en: 'The signature of the report {number} is none by the key {key} of its lab over what the centre was told (3.3). Issue a new version of it, and have the operator of the hub look into how this one was signed.',
    'zh-CN': '报告 {number} 的签名不是其检验机构密钥 {key} 对送达内容的签名（3.3）。请签发新版本，并请运维人员查明原因。',
  },
  CORRECTION_TO_APPLY: {
    en: 'A correction was decided on after monitoring data {number} were compiled: an objection was upheld, or the regulator agreed that another sells (after 5.4.1). Compile them anew, and feed that version back.',
    'zh-CN': '监测数据 {number} 形成后，有异议被认定成立，或监管部门已同意更正电商（5.4.1 之后）。请重新形成监测数据并反馈新版本。',
  },
  MONITORING_DATA_COMPILED: {
    en: 'Monitoring data {number} has already been compiled from this sample (3.2 d). Feed that back.',
    'zh-CN': '该样品已形成监测数据 {number}（3.2 d）。请反馈该监测数据。',
  },
} as const satisfies Record<string, CatalogueEntry>;
