import type { CatalogueEntry } from '../catalogue-entry.js';

/** Clusters, assessments and their measures (5.1). */
export const riskCodes = {
  RECORD_OR_CLUSTER: {
    en: 'An assessment rests on one record or on one cluster (5.1.2). Give riskInformationId or clusterId, not both.',
    'zh-CN': '评估针对一条风险信息或一个归并组（5.1.2）。请填写 riskInformationId 或 clusterId 之一。',
  },
  CLUSTER_SIZE: {
    en: 'This takes {needed} to {limit} records, and there would be {count}. Name more or fewer, or split them.',
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
  SPREAD_NOT_ESCALATABLE: {
    en: 'An assessment of spread {spread} is not escalated: only what may be regional or common becomes a report (5.1.2 c). Dismiss it or notify of it.',
    'zh-CN': '普遍性为 {spread} 的评估不报送：仅可能具有区域性或共性的问题形成评估报告（5.1.2 c）。请予以排除或通知。',
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
} as const satisfies Record<string, CatalogueEntry>;
