import type { CatalogueEntry } from '../catalogue-entry.js';

/** From work plan to warehouse: orders, purchases, samples, evidence (5.2). */
export const samplingCodes = {
  WORK_PLAN_EXISTS: {
    en: 'The plan has the work plan {number} already; there is one for each plan (5.2.1). Amend that one.',
    'zh-CN': '该计划已有工作方案 {number}；每项计划只有一份工作方案（5.2.1）。请调整该方案。',
  },
  WORK_PLAN_INCOMPLETE: {
    en: 'The work plan lacks {missing}; it names them all before it starts, and as long as it runs (5.2.1). Fill them in with amendWorkPlan.',
    'zh-CN': '工作方案缺少 {missing}；启动前及实施期间均须齐备（5.2.1）。请用 amendWorkPlan 补充。',
  },
  WORK_PLAN_AMENDMENT_WITHOUT_REASON: {
    en: 'The work plan has started and samplers work by it. Tell in reason why it is changed.',
    'zh-CN': '工作方案已启动，采样人员正据此工作。请在 reason 中说明调整理由。',
  },
  SAMPLING_AFTER_DEADLINE: {
    en: '{field} lies after the deadline of the monitoring plan, {deadline} (UTC+8). Choose an earlier time, or ask the regulator to amend the plan.',
    'zh-CN': '{field} 晚于监测计划的时间期限 {deadline}（北京时间）。请选择更早的时间，或请监管部门调整计划。',
  },
  SAMPLER_UNKNOWN: {
    en: '{user} is no active sampler of your centre. Name users who carry the role SAMPLER.',
    'zh-CN': '{user} 不是贵中心在岗的采样人员。请指定具有 SAMPLER 角色的用户。',
  },
  SAMPLER_NOT_IN_WORK_PLAN: {
    en: 'The work plan does not name the sampler {user} (5.2.1). Order from {named}, or amend the work plan.',
    'zh-CN': '工作方案未列入采样人员 {user}（5.2.1）。请指派 {named}，或调整工作方案。',
  },
  ORDER_AFTER_SAMPLING: {
    en: 'dueAt lies after {until} (UTC+8), when sampling ends by the work plan (5.2.1). Choose an earlier time, or amend the work plan.',
    'zh-CN': 'dueAt 晚于工作方案规定的采样截止时间 {until}（北京时间，5.2.1）。请选择更早的时间，或调整工作方案。',
  },
  BATCHES_EXCEED_PLAN: {
    en: 'The plan has {planned} batches of {product}, {ordered} are ordered, {left} are left: {batches} are too many (3.1 c). Order at most {left}, or cancel another order.',
    'zh-CN': '计划中 {product} 共 {planned} 批次，已下达 {ordered} 批次，剩余 {left} 批次：{batches} 批次过多（3.1 c）。请最多下达 {left} 批次，或取消其他任务。',
  },
  TARGET_RESERVED: {
    en: 'Listing {item} is set apart for order {order} of this plan. Choose another, or have it set free there (reserveTargets).',
    'zh-CN': '商品 {item} 已由本计划的采样任务 {order} 预定。请另选对象，或在该任务中取消预定（reserveTargets）。',
  },
  REPEATED_UNDER_PLAN: {
    en: 'Bought before under this plan: {repeats}; in principle none is bought twice (5.2.2). Choose another, or give repeatReason, which the regulator sees.',
    'zh-CN': '本计划内已购过：{repeats}；原则上不得重复（5.2.2）。请另选对象，或填写 repeatReason（监管部门可见）。',
  },
  PURCHASE_FED_BACK: {
    en: 'The monitoring data {number} name the seller of this purchase, and were fed back to regulator and platform (5.4.1): it is no longer the centre’s alone to correct. Propose the correction to the regulator with proposeSellerCorrection.',
    'zh-CN': '监测数据 {number} 已载明该笔购样的电商并反馈监管部门和平台（5.4.1），监测中心不能再单方更正。请以 proposeSellerCorrection 提请监管部门同意更正。',
  },
  PURCHASE_READS_SO: {
    en: 'The purchase {number} names this shop, merchant, code and region already: there is nothing to correct. Read it again.',
    'zh-CN': '购样记录 {number} 的店铺、电商、统一社会信用代码和地区已与所填一致，无需更正。请重新查看。',
  },
  LABELS_NOT_SWAPPED: {
    en: 'The labels of {sample} and {other} were not swapped: both have to be samples of one plan, two of them, and neither set apart for a retest. Name the sample whose label it bears.',
    'zh-CN': '{sample} 与 {other} 的标签不可能互换：须为同一计划的两件不同样品，且均非复检备样。请填写标签所属的样品。',
  },
  LABELS_WITH_NO_LAB: {
    en: 'No lab was given {sample} or {other}: their labels are the centre’s alone to set right. Send swapSampleLabels instead.',
    'zh-CN': '{sample} 与 {other} 均未交检验机构，标签由监测中心自行更正。请改用 swapSampleLabels。',
  },
  LABELS_WITH_TWO_LABS: {
    en: '{sample} and {other} were given to two labs, and one would have to agree to what the other holds. Have one of the commissions withdrawn first (proposeCommissionWithdrawal), then propose this to the lab of the other.',
    'zh-CN': '{sample} 与 {other} 分别交由两家检验机构，不能由一家代另一家同意。请先撤回其中一份委托（proposeCommissionWithdrawal），再向另一家提出更正。',
  },
  LABELS_OF_OTHER_PRODUCT: {
    en: 'The plan has {sample} and {other} as different products, and the lab was told what to test of the one. Have the commission withdrawn (proposeCommissionWithdrawal), set the labels right with swapSampleLabels, and commission anew.',
    'zh-CN': '计划中“{sample}”与“{other}”为不同产品，检验机构已按原产品确定检验项目。请先撤回委托（proposeCommissionWithdrawal），以 swapSampleLabels 更正标签后重新委托。',
  },
  CORRECTION_PROPOSED: {
    en: 'The correction {correction} of this waits for the word of {party} (clause 4). Wait for the answer; or take it back with withdrawCorrectionProposal, and wait until {party} has heard of that.',
    'zh-CN': '与此有关的协商更正 {correction} 正待 {party} 答复（第 4 章）。请待其答复；也可以 withdrawCorrectionProposal 撤回，待 {party} 收悉后再办。',
  },
  COMMISSION_REPORTED_ON: {
    en: 'The lab has reported on {sample}, or recorded that it cannot be inspected: the commission {number} is not withdrawn any more. Set right what is wrong of the result instead.',
    'zh-CN': '检验机构已就样品 {sample} 出具报告或登记检验不能，委托 {number} 不能再撤回。请就检验结果另行更正。',
  },
  SAMPLE_QUANTITY_EXCEEDED: {
    en: '{named} units are more than the {there} that there are of the sample. Count again, and name what is there.',
    'zh-CN': '所填数量 {named} 超过样品现有数量 {there}。请重新清点后按实际数量填写。',
  },
  REFUND_OR_LOSS_NEEDED: {
    en: 'Goods go back with what was refunded or what was lost on record (5.2.4 b). Give refund, loss or both.',
    'zh-CN': '退货须登记退款或损失金额（5.2.4 b）。请填写 refund、loss 或两者。',
  },
  REPLACEMENT_ORDERED: {
    en: 'Another is ordered in place of the sample {sample} already, by the order {order}; a sample is replaced once (5.2.4 b). Buy under that order, or cancel it first.',
    'zh-CN': '样品 {sample} 已由采样任务 {order} 补样，同一样品只补一次（5.2.4 b）。请按该任务购样，或先取消该任务。',
  },
  SEAL_IN_USE: {
    en: 'The seal {seal} is on the sample {sample} already; each sample bears a seal of its own (5.2.4 a). Read the number again, or put on another seal.',
    'zh-CN': '封签号 {seal} 已用于样品 {sample}；每件样品使用各自的封签（5.2.4 a）。请核对封签号，或更换封签。',
  },
  SEAL_CHANGED: {
    en: 'The sample {sample} lies under the seal {sealed}, and {named} is another (5.2.4 a). Name that seal; where it was sealed anew, say why in resealReason.',
    'zh-CN': '样品 {sample} 入库封签号为 {sealed}，与 {named} 不符（5.2.4 a）。请填写该封签号；如已重新封样，请在 resealReason 中说明理由。',
  },
  EVIDENCE_MISSING: {
    en: 'No evidence has been preserved on the sample {sample} (5.2.4 a). Preserve it with preserveEvidence, then put the sample into the warehouse.',
    'zh-CN': '样品 {sample} 尚无存证（5.2.4 a）。请先用 preserveEvidence 取证、存证，再办理入库。',
  },
} as const satisfies Record<string, CatalogueEntry>;
