import type { CatalogueEntry } from './catalogue-entry.js';
import { limitCodes } from './codes/limit-codes.js';
import { subscriptionCodes } from './subscription-codes.js';

/** A code is never used again for something else. */
export const catalogue = {
  // Identity (5.4.3 d)
  UNAUTHENTICATED: {
    status: 401,
    en: 'Who asks is not known: {reason}. Send a valid token of the hub’s issuer as "Authorization: Bearer …".',
    'zh-CN': '无法确认请求者身份：{reason}。请以 "Authorization: Bearer …" 携带本平台签发机构的有效令牌。',
  },
  PURPOSE_UNKNOWN: {
    status: 400,
    en: 'The header x-hub-purpose names no purpose of the hub: {purpose}. Use one of {known}, or leave it out.',
    'zh-CN': '请求头 x-hub-purpose 的用途 {purpose} 不在本平台用途之列。请使用 {known} 之一，或不带该请求头。',
  },
  SERVICE_ONLY: {
    status: 403,
    en: 'This address is for the hub’s own services. Use /graphql.',
    'zh-CN': '该地址仅供平台内部服务使用，请使用 /graphql。',
  },
  // Sharing (5.4.3)
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
    en: 'The argument {argument} reads {coordinate}, which is not open to you. Leave it out.',
    'zh-CN': '参数 {argument} 需读取 {coordinate}，贵方无权读取。请去掉该参数。',
  },
  ACT_NOT_PERMITTED: {
    en: 'The act {act} is for {who}; you act as {role}. Use a token of that role.',
    'zh-CN': '操作 {act} 仅限 {who}，当前角色为 {role}。请使用相应角色的令牌。',
  },
  // Acts
  NOT_FOUND: {
    en: 'There is no {type} {id} among the rows that you may see. Check the id.',
    'zh-CN': '在您可见的范围内没有 {type} {id}。请核对编号。',
  },
  STATE_NOT_POSSIBLE: {
    en: 'The {type} is {state}; {act} is possible from {possibleFrom}.',
    'zh-CN': '该 {type} 的状态为 {state}；仅在 {possibleFrom} 状态下可执行 {act}。',
  },
  REVISION_CONFLICT: {
    en: 'The {type} has changed since you read it: its revision is {actual}, you expected {expected}. Read it again and decide anew.',
    'zh-CN': '该 {type} 在您读取后已变更：当前修订号 {actual}，您期望 {expected}。请重新读取后再操作。',
  },
  CONCURRENT_CHANGE: {
    en: 'Somebody changed the {type} at the same moment. Read it again and decide anew.',
    'zh-CN': '该 {type} 同时被他人更改。请重新读取后再操作。',
  },
  IDEMPOTENCY_KEY_REUSED: {
    en: 'The idempotencyKey was used before with another input. Use a new key for a new input.',
    'zh-CN': '该 idempotencyKey 已用于不同的内容。新的内容请使用新的键。',
  },
  DUPLICATE_IN_LIST: {
    en: 'The item repeats an idempotencyKey of this list. Give each item a key of its own.',
    'zh-CN': '本次列表中 idempotencyKey 重复。请为每一项使用不同的键。',
  },
  // Values
  VALUE_INVALID: {
    en: '{field} is not valid: {problem}. Right would be, for example, {example}.',
    'zh-CN': '{field} 不符合要求：{problem}。正确示例：{example}。',
  },
  TEXT_UNSTORABLE: {
    en: 'A text holds NUL or broken characters, which nothing can keep. Send plain Unicode text.',
    'zh-CN': '文本中含有 NUL 或不完整的字符，无法保存。请提交有效的 Unicode 文本。',
  },
  VALUE_REQUIRED: {
    en: '{field} is required here: {problem}.',
    'zh-CN': '此处必须填写 {field}：{problem}。',
  },
  VALUE_TOO_LONG: {
    en: '{field} is longer than {limit} characters. Shorten it.',
    'zh-CN': '{field} 超过 {limit} 个字符。请缩短。',
  },
  TIME_IN_FUTURE: {
    en: '{field} lies in the future. Give the time at which it happened, such as {example}.',
    'zh-CN': '{field} 晚于当前时间。请填写实际发生时间，例如 {example}。',
  },
  TIME_IN_PAST: {
    en: '{field} lies in the past. Give a time to come, such as {example}.',
    'zh-CN': '{field} 早于当前时间。请填写将来的时间，例如 {example}。',
  },
  PAGE_SIZE_INVALID: {
    en: 'Ask for 1 to {limit} rows, forward with first and after or backward with last and before, not both.',
    'zh-CN': '请请求 1 至 {limit} 行：向后翻页用 first 和 after，向前翻页用 last 和 before，二者择一。',
  },
  CURSOR_INVALID: {
    en: 'The cursor is not one of this list. Start again without it.',
    'zh-CN': '该游标不属于本列表。请不带游标重新查询。',
  },
  LIST_TOO_LONG: {
    en: 'An act takes 1 to {limit} items at a time; this list has {length}. Send them in as many calls as it takes.',
    'zh-CN': '每次操作可提交 1 至 {limit} 项，本列表有 {length} 项。请分批提交。',
  },
  // The process (clauses 3 to 5)
  PLAN_WITHOUT_REPORT: {
    en: 'A plan names the assessment report or reports it rests on (3.1 b). Add at least one accepted report.',
    'zh-CN': '计划须注明所依据的评估报告（3.1 b）。请至少添加一份已采纳的评估报告。',
  },
  REPORT_NOT_ACCEPTED: {
    en: 'The assessment report {id} has not been accepted by you (3.1 b). Decide it first.',
    'zh-CN': '评估报告 {id} 未经贵方采纳（3.1 b）。请先作出决定。',
  },
  PLAN_NOT_OPEN: {
    en: 'The plan {id} is not issued to your centre. Check the plan.',
    'zh-CN': '计划 {id} 未下达给贵中心。请核对计划。',
  },
  PLAN_PRODUCT_UNKNOWN: {
    en: 'The plan has no product at position {position}; it has {count}.',
    'zh-CN': '计划中没有第 {position} 个产品，共有 {count} 个。',
  },
  PLATFORM_NOT_IN_PLAN: {
    en: 'The platform {id} is not one that the plan names (5.2.2). Buy on {named}.',
    'zh-CN': '平台 {id} 不在计划指定的平台之列（5.2.2）。请在 {named} 采样。',
  },
  SPREAD_NOT_ESCALATABLE: {
    en: 'An assessment of spread {spread} is not escalated: only what may be regional or common becomes a report (5.1.2 c).',
    'zh-CN': '普遍性为 {spread} 的评估不上报：仅可能具有区域性或共性的问题形成评估报告（5.1.2 c）。',
  },
  VERSION_SUPERSEDED: {
    en: 'Version {version} of the {type} is superseded by {by}. Act on that version.',
    'zh-CN': '该 {type} 的第 {version} 版已被 {by} 取代。请对新版本进行操作。',
  },
  MONITORING_DATA_COMPILED: {
    en: 'Monitoring data {number} has already been compiled from this sample (3.2 d). Feed that back.',
    'zh-CN': '该样品已形成监测数据 {number}（3.2 d）。请反馈该监测数据。',
  },
  LAB_WITHOUT_CMA: {
    en: 'The CMA of lab {lab} is not valid on {date} (valid {from} to {until}). Commission another lab (3.2 c).',
    'zh-CN': '检验机构 {lab} 的资质认定在 {date} 无效（有效期 {from} 至 {until}）。请委托其他机构（3.2 c）。',
  },
  LAB_SCOPE_LACKS_ITEM: {
    en: 'The scope of lab {lab} does not cover {items}. Commission a lab whose scope covers every item (3.2 c).',
    'zh-CN': '检验机构 {lab} 的能力附表未覆盖 {items}。请委托覆盖全部项目的机构（3.2 c）。',
  },
  LAB_UNKNOWN: {
    en: 'No lab {lab} is known to the centre. Check the id in the register of labs.',
    'zh-CN': '监测中心没有检验机构 {lab} 的记录。请在检验机构名录中核对。',
  },
  SAMPLES_OF_SEVERAL_PLANS: {
    en: 'A commission holds samples of one plan. Split it by plan.',
    'zh-CN': '一份委托只能包含同一计划的样品。请按计划拆分。',
  },
  REPORT_INCOMPLETE: {
    en: 'The report lacks results for {items}. A report is complete or it is not issued (5.3.4).',
    'zh-CN': '报告缺少 {items} 的结果。报告不完整不得签发（5.3.4）。',
  },
  RESULT_NOT_COMMISSIONED: {
    en: '{item} was not commissioned. Report the commissioned items, each once.',
    'zh-CN': '{item} 不在委托项目之内。请按委托项目逐项报告，每项一次。',
  },
  VERDICT_CONTRADICTS_RULE: {
    en: 'The verdict {verdict} on {item} contradicts the rule {rule}: {measured} against {limit} (5.3.3). Right would be {right}.',
    'zh-CN': '{item} 的判定 {verdict} 与判定规则 {rule} 矛盾：实测 {measured}，限值 {limit}（5.3.3）。应为 {right}。',
  },
  THREE_PERSONS_REQUIRED: {
    en: 'A report is prepared, reviewed and approved by three persons of the lab with those roles (3.3): {problem}.',
    'zh-CN': '报告须由检验机构三名具备相应职责的人员编制、审核、批准（3.3）：{problem}。',
  },
  REPORT_NUMBER_TAKEN: {
    en: 'The report number {number} has been used by this lab. Numbers are unique per lab (3.3).',
    'zh-CN': '本机构已使用报告编号 {number}。报告编号在机构内唯一（3.3）。',
  },
  AGREED_TIME_PASSED: {
    en: 'The agreed time of this commission, {agreed}, has passed: no report can be promised for it. Decline it with a reason, and let the centre commission anew (5.3.5).',
    'zh-CN': '该委托的约定时间 {agreed} 已过，无法再承诺出具报告。请说明理由予以拒绝，由监测中心重新委托（5.3.5）。',
  },
  SAMPLE_ALREADY_REPORTED: {
    en: 'The sample {sample} has the report {number} already. To replace it, name it as supersedesId with a supersessionReason (5.3.4).',
    'zh-CN': '样品 {sample} 已有报告 {number}。如需更改，请以 supersedesId 指明该报告并填写 supersessionReason（5.3.4）。',
  },
  // Labs (3.3, 5.3)
  SUBCONTRACTING_NOT_ALLOWED: {
    en: 'The centre has not consented to subcontracting, and {item} is marked as subcontracted (3.2 c). Inspect it yourself, or ask the centre for a commission with its consent.',
    'zh-CN': '监测中心未同意分包，而 {item} 标为分包（3.2 c）。请自行检验，或请监测中心出具同意分包的委托。',
  },
  JUDGEMENT_REASON_MISSING: {
    en: 'No rule decides the verdict on {items}. Sign a reason for each as one of the judgements, or return the report (5.3.3).',
    'zh-CN': '{items} 的判定没有适用规则。请在 judgements 中逐项签署理由，或退回报告（5.3.3）。',
  },
  REPORT_IN_PREPARATION: {
    en: 'The report {number} on this sample is under way. Bring it to its end first.',
    'zh-CN': '该样品的报告 {number} 正在办理。请先办结该报告。',
  },
  REPORT_LATE: {
    en: 'The agreed time {agreed} has passed. Say why as lateReason (5.3.5).',
    'zh-CN': '已超过约定时间 {agreed}。请在 lateReason 中说明理由（5.3.5）。',
  },
  SAMPLE_NOT_STORED: {
    en: 'The sample has no place yet whose conditions could be read. Store it first (5.3.1).',
    'zh-CN': '样品尚未入库储存，无法登记储存环境。请先登记储存（5.3.1）。',
  },
  CUSTODY_NOT_YOURS: {
    en: 'The sample is in the hands of {custodian}. Who holds it hands it over, or who takes it over records that (5.3.1).',
    'zh-CN': '样品现由 {custodian} 保管。请由保管人移交，或由接收人登记接收（5.3.1）。',
  },
  // Clusters, assessments and their measures (5.1)
  RECORD_OR_CLUSTER: {
    en: 'An assessment rests on one record or on one cluster (5.1.2). Give riskInformationId or clusterId, not both.',
    'zh-CN': '评估针对一条风险信息或一个归并组（5.1.2）。请填写 riskInformationId 或 clusterId 之一。',
  },
  CLUSTER_SIZE: {
    en: 'Here {needed} to {limit} records are needed, and there would be {count}. Name others, or split them.',
    'zh-CN': '此处须为 {needed} 至 {limit} 条风险信息，现为 {count} 条。请增减或分开归并。',
  },
  CLUSTER_NOT_OPEN: {
    en: 'The cluster {number} is {state}; only an open one is changed or assessed. Use the cluster that it went into, or group the records anew.',
    'zh-CN': '归并组 {number} 的状态为 {state}；仅开放的归并组可调整或评估。请使用其并入的归并组，或重新归并。',
  },
  CLUSTERS_TO_MERGE: {
    en: 'Name 1 to {limit} clusters to merge, and not the one that they go into.',
    'zh-CN': '请指定 1 至 {limit} 个待合并的归并组，且不含并入的归并组本身。',
  },
  RECORD_IN_CLUSTER: {
    en: 'The record {number} is in the cluster {cluster} already, and in one at most (5.1.1). Part it from there first, or merge the clusters.',
    'zh-CN': '风险信息 {number} 已在归并组 {cluster} 中，每条信息至多属于一个归并组（5.1.1）。请先将其拆分，或合并归并组。',
  },
  RECORD_NOT_IN_CLUSTER: {
    en: 'The record {id} is not in the cluster {number} now. Read the cluster again.',
    'zh-CN': '风险信息 {id} 目前不在归并组 {number} 中。请重新读取该归并组。',
  },
  SPREAD_DEMANDS_ESCALATION: {
    en: 'Of spread {spread}, it may be regional or common: it is escalated to the regulator, neither dismissed nor merely notified (5.1.2 c). Use escalateAssessment.',
    'zh-CN': '普遍性为 {spread}，可能具有区域性或共性，应形成评估报告报送监管部门，不得排除或仅作通知（5.1.2 c）。请使用 escalateAssessment。',
  },
  SECOND_PERSON_NEEDED: {
    en: 'You, {user}, proposed this dismissal; a serious risk is dismissed by two persons (5.1.2 a). Let another analyst countersign.',
    'zh-CN': '该排除由您（{user}）提出；严重风险须由两人排除（5.1.2 a）。请由另一名风险分析员复核。',
  },
  ADDRESSEES_NEEDED: {
    en: 'A risk is notified to 1 to {limit} departments or enterprises at a time (5.1.2 b). Name at least one, or split the list.',
    'zh-CN': '每次通知 1 至 {limit} 个相关部门或企业（5.1.2 b）。请至少指定一个，或分批通知。',
  },
  ADDRESSEE_UNKNOWN: {
    en: '{id} is no department or enterprise that takes part (5.1.2 b). Give the id of one, or name and kind of one that does not take part.',
    'zh-CN': '{id} 不是参与共享的相关部门或企业（5.1.2 b）。请填写其编号；未参与的，请填写名称和类别。',
  },
  ADDRESSEE_TWICE: {
    en: '{name} is named twice. Notify each addressee once.',
    'zh-CN': '{name} 重复。每个通知对象只通知一次。',
  },
  // Work plans and sampling orders (5.2)
  PLAN_NOT_IN_FORCE: {
    en: 'The plan {number} is {state}: nothing is ordered or bought under it any more. Choose a plan in force.',
    'zh-CN': '计划 {number} 的状态为 {state}，不得再据此下达采样任务或购样。请选择有效的计划。',
  },
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
  DURATION_INVALID: {
    en: '{field} is no ISO 8601 duration of days, hours and minutes: {value}. Right would be P3D, or PT36H.',
    'zh-CN': '{field} 不是以日、时、分表示的 ISO 8601 时长：{value}。正确示例：P3D 或 PT36H。',
  },
  PERIOD_REVERSED: {
    en: '{until} does not lie after {from}. Give an end that comes later, or an earlier beginning.',
    'zh-CN': '{until} 不晚于 {from}。请填写更晚的结束时间或更早的开始时间。',
  },
  SAMPLING_AFTER_DEADLINE: {
    en: '{field} lies after the deadline of the monitoring plan, {deadline}. Choose an earlier time, or ask the regulator to amend the plan.',
    'zh-CN': '{field} 晚于监测计划的时间期限 {deadline}。请选择更早的时间，或请监管部门调整计划。',
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
    en: 'dueAt lies after {until}, when sampling ends by the work plan (5.2.1). Choose an earlier time, or amend the work plan.',
    'zh-CN': 'dueAt 晚于工作方案规定的采样截止时间 {until}（5.2.1）。请选择更早的时间，或调整工作方案。',
  },
  BATCHES_EXCEED_PLAN: {
    en: 'The plan has {planned} batches of {product}, {ordered} are ordered, {left} are left: {batches} are too many (3.1 c). Order at most {left}, or cancel another order.',
    'zh-CN': '计划中 {product} 共 {planned} 批次，已下达 {ordered} 批次，剩余 {left} 批次：{batches} 批次过多（3.1 c）。请最多下达 {left} 批次，或取消其他任务。',
  },
  // Platforms (3.4, 3.5, 5.4.2)
  LISTING_UNKNOWN: {
    en: 'The platform’s catalogue has no items {items}. Check the item ids, or import the listings first.',
    'zh-CN': '本平台商品目录中没有商品 {items}。请核对商品编号，或先导入商品。',
  },
  SHOP_UNKNOWN: {
    en: 'The platform has no shops {shops}. Check the ids among your shops.',
    'zh-CN': '本平台没有店铺 {shops}。请在本平台店铺中核对编号。',
  },
  HANDLING_WITHOUT_MEASURE: {
    en: 'No measure is recorded on this handling, so it cannot be completed (5.4.2). Take listings down, notify shops, or name other measures first.',
    'zh-CN': '该处理尚未记录任何措施，不能办结（5.4.2）。请先下架商品、通知店铺，或填写其他措施。',
  },
  SELF_INSPECTION_OPEN: {
    en: 'Your self-inspection {id} upon this monitoring data is not rectified yet (3.5). File the rectification on it first.',
    'zh-CN': '贵方对该监测数据的自查 {id} 尚未整改（3.5）。请先提交该自查的整改情况。',
  },
  NOT_THE_SELLER: {
    en: 'The product of this monitoring data is not sold by your platform itself (3.5). Leave the self-inspection to its merchant, and handle the data as platform.',
    'zh-CN': '该监测数据涉及的商品并非贵平台自营（3.5）。自查由其商家提交，贵平台请按平台职责处理。',
  },
  // Samples and evidence at the centre (5.2.3, 5.2.4)
  TIMES_OUT_OF_ORDER: {
    en: '{field} ({time}) lies before {earlier}, at which the step before it was done. Correct whichever time is wrong.',
    'zh-CN': '{field}（{time}）早于上一步骤的时间 {earlier}。请更正有误的时间。',
  },
  SAMPLE_QUANTITY_EXCEEDED: {
    en: '{named} units are more than the {there} that there are of the sample. Count again, and name what is there.',
    'zh-CN': '所填数量 {named} 超过样品现有数量 {there}。请重新清点后按实际数量填写。',
  },
  REPEATED_UNDER_PLAN: {
    en: 'Bought before under this plan: {repeats}; in principle none is bought twice (5.2.2). Choose another, or give repeatReason, which the regulator sees.',
    'zh-CN': '本计划内已购过：{repeats}；原则上不得重复（5.2.2）。请另选对象，或填写 repeatReason（监管部门可见）。',
  },
  REPLACEMENT_ORDERED: {
    en: 'Another is ordered in place of the sample {sample} already, by the order {order}; a sample is replaced once (5.2.4 b). Buy under that order, or cancel it first.',
    'zh-CN': '样品 {sample} 已由采样任务 {order} 补样，同一样品只补一次（5.2.4 b）。请按该任务购样，或先取消该任务。',
  },
  EVIDENCE_MISSING: {
    en: 'No evidence has been preserved on the sample {sample} (5.2.4 a). Preserve it with preserveEvidence, then put the sample into the warehouse.',
    'zh-CN': '样品 {sample} 尚无存证（5.2.4 a）。请先用 preserveEvidence 取证、存证，再办理入库。',
  },
  COMMISSION_NOT_ACCEPTED: {
    en: 'The lab has not accepted the commission {number} yet; nothing leaves the warehouse before (3.3 a). Wait for its answer, then send the same key again.',
    'zh-CN': '检验机构尚未接受委托 {number}，接受前样品不得出库（3.3 a）。请待其答复后以同一 idempotencyKey 重试。',
  },
  REFUND_OR_LOSS_NEEDED: {
    en: 'Goods go back with what was refunded or what was lost on record (5.2.4 b). Give refund, loss or both.',
    'zh-CN': '退货须登记退款或损失金额（5.2.4 b）。请填写 refund、loss 或两者。',
  },
  // The regulator's plans and cases (3.1)
  PLAN_PRODUCT_MOVED: {
    en: 'Position {position} of the plan is {name}, and orders and purchases name it. Leave the products that stood there in their places, and add new ones after them.',
    'zh-CN': '计划第 {position} 项为 {name}，采样任务和购样以此为据。请保持原有产品的位置，新产品列于其后。',
  },
  PLAN_HAS_OPEN_CASES: {
    en: 'Cases on monitoring data of this plan are open: {numbers} (3.1 d). Close them first.',
    'zh-CN': '该计划监测数据的隐患处理尚未办结：{numbers}（3.1 d）。请先办结。',
  },
  ADDRESSEE_NOT_CONCERNED: {
    en: 'No monitoring data that is handled in case {number} concerns {addressee} (3.1 d). It concerns: {concerned}.',
    'zh-CN': '案件 {number} 中在办的监测数据均不涉及 {addressee}（3.1 d）。所涉及的是：{concerned}。',
  },
  ADDRESSEE_ANSWERS_ITSELF: {
    en: '{addressee} has an account at the hub and answers the direction itself (3.1 d). Ask it to report there.',
    'zh-CN': '{addressee} 在本平台有账户，应自行反馈处置情况（3.1 d）。请通知其在平台填报。',
  },
  DIRECTIONS_OPEN: {
    en: 'Directions of the case have not come to their end: {numbers} (3.1 d). End or withdraw them first.',
    'zh-CN': '案件的处置指令尚未办结：{numbers}（3.1 d）。请先核查办结或撤回。',
  },
  // Subscriptions (5.4)
  ...subscriptionCodes,
  ...limitCodes,
  // The unexpected
  UPSTREAM_UNAVAILABLE: {
    en: 'The part of the hub kept by {owner} does not answer now. The rest is here; ask again in a moment.',
    'zh-CN': '{owner} 暂时没有响应，其余数据已返回。请稍后重试。',
  },
  DATABASE_UNAVAILABLE: {
    en: 'The database does not answer now; nothing was changed. Ask again in a moment with the same idempotencyKey.',
    'zh-CN': '数据库暂时没有响应，未作任何更改。请稍后使用相同的 idempotencyKey 重试。',
  },
  INTERNAL_SERVER_ERROR: {
    en: 'Something unexpected happened; it is logged as {reference}. Ask again, and tell the operator that reference if it stays.',
    'zh-CN': '发生意外错误，已记录为 {reference}。请重试；如仍存在，请将该编号告知运维人员。',
  },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof catalogue;
