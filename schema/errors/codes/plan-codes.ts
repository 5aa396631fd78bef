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
