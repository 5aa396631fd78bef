import type { CatalogueEntry } from '../catalogue-entry.js';

/** Monitoring plans, at the regulator and at the centre (3.1). */
export const planCodes = {
  PLAN_WITHOUT_REPORT: {
    en: 'A plan names the assessment report or reports it rests on (3.1 b). Add at least one accepted report.',
    'zh-CN': '计划须注明所依据的评估报告（3.1 b）。请至少添加一份已采纳的评估报告。',
  },
  REPORT_NOT_ACCEPTED: {
    en: 'The assessment report {id} has not been accepted by you (3.1 b). Decide it first.',
    'zh-CN': '评估报告 {id} 未经贵方采纳（3.1 b）。请先作出决定。',
  },
  PLAN_PRODUCT_MOVED: {
    en: 'Position {position} of the plan is {name}, and orders and purchases name it. Leave the products that stood there in their places, and add new ones after them.',
    'zh-CN': '计划第 {position} 项为 {name}，采样任务和购样以此为据。请保持原有产品的位置，新产品列于其后。',
  },
  PLAN_HAS_OPEN_CASES: {
    en: 'Cases on monitoring data of this plan are open: {numbers} (3.1 d). Close them first.',
    'zh-CN': '该计划监测数据的隐患处理尚未办结：{numbers}（3.1 d）。请先办结。',
  },
  PLAN_HAS_OPEN_ASSIGNMENTS: {
    en: 'Regulators below have parts of this plan: {numbers} (3.1 a). Withdraw those that are not answered; of the others wait until they are completed or returned.',
    'zh-CN': '该计划已分解给下级的任务尚未结束：{numbers}（3.1 a）。未答复的请先撤回；其余请待其办结或退回。',
  },
  PLAN_BATCHES_EXCEEDED: {
    en: 'The plan has {planned} batches of {product}, and regulators below would have {assigned} of them (3.1 a). Assign fewer, or amend the plan.',
    'zh-CN': '计划中 {product} 为 {planned} 批次，而分解给下级的合计为 {assigned} 批次（3.1 a）。请减少分解批次或调整计划。',
  },
  PLAN_BUDGET_EXCEEDED: {
    en: 'The budget of the plan is {planned}, and regulators below would have {assigned} of it (3.1 a). Assign less, or amend the plan.',
    'zh-CN': '计划经费为 {planned}，而分解给下级的合计为 {assigned}（3.1 a）。请减少分解经费或调整计划。',
  },
  ASSIGNMENT_EXCEEDED: {
    en: 'The plan carries out {number}, and {field} would go beyond what that assigns (3.1 a). Stay within it, or ask the regulator above for more.',
    'zh-CN': '该计划承接任务 {number}，{field} 超出所分解的范围（3.1 a）。请在范围内调整，或向上级申请增加。',
  },
  ASSIGNMENT_NOT_YOURS: {
    en: '{number} is assigned to {assignee}, who answers it (3.1 a). You can follow it.',
    'zh-CN': '任务 {number} 由 {assignee} 承接和答复（3.1 a）。贵方可跟踪其进展。',
  },
  ASSIGNED_PLAN_ISSUED: {
    en: 'The plan {plan}, which carries out {number}, is issued, and its centre works by it. Cancel or complete that plan; the assignment ends with it.',
    'zh-CN': '承接任务 {number} 的计划 {plan} 已下达，监测中心正据此实施。请撤销或办结该计划，任务随之结束。',
  },
  REGULATOR_NOT_BELOW: {
    en: '{name} is no regulator below you (3.1 a). Assign to one of a lower level whose region lies within yours.',
    'zh-CN': '{name} 不是贵方的下级监管部门（3.1 a）。请分解给辖区内的下级监管部门。',
  },
  SAMPLED_ABOVE: {
    en: '{regulator}, which is above you, has {product} sampled, or had within {months} months; under supervision sampling it is not sampled again (产品质量法 15, 5.2.2). Leave the product out, or give resamplingGround where it failed then (FOLLOW_UP) or in an emergency (EMERGENCY).',
    'zh-CN': '上级 {regulator} 正在或在 {months} 个月内已对 {product} 监督抽查，不得重复抽查（产品质量法第十五条、5.2.2）。请不列该产品；属不合格产品跟踪抽查或应对突发事件的，请填写 resamplingGround（FOLLOW_UP 或 EMERGENCY）。',
  },
  PLAN_NOT_OPEN: {
    en: 'The plan {id} is not issued to your centre. Check the id.',
    'zh-CN': '计划 {id} 未下达给贵中心。请核对编号。',
  },
  PLAN_NOT_IN_FORCE: {
    en: 'The plan {number} is {state}: nothing is ordered or bought under it any more. Choose a plan in force.',
    'zh-CN': '计划 {number} 的状态为 {state}，不得再据此下达采样任务或购样。请选择有效的计划。',
  },
  PLAN_PRODUCT_UNKNOWN: {
    en: 'The plan has no product at position {position}. Give a position from 1 to {count}.',
    'zh-CN': '计划中没有第 {position} 个产品。请填写 1 至 {count} 之间的序号。',
  },
  PLATFORM_NOT_IN_PLAN: {
    en: 'The platform {id} is not one that the plan names (5.2.2). Buy on {named}.',
    'zh-CN': '平台 {id} 不在计划指定的平台之列（5.2.2）。请在 {named} 采样。',
  },
} as const satisfies Record<string, CatalogueEntry>;
