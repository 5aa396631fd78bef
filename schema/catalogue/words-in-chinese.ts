/** The words of the terms in Chinese, as the catalogue's forms print them: 共享类型 as 5.4.3 a has them, 数据分级 as 数据安全法 art. 21. */
export const wordsInChinese = {
  classes: { UNCONDITIONAL: '无条件共享', CONDITIONAL: '有条件共享', NOT_SHARED: '不予共享' },
  grades: { GENERAL: '一般数据', IMPORTANT: '重要数据', CORE: '核心数据' },
  rows: { ALL: '全部数据', OWN: '本单位持有的数据', CONCERNED: '涉及本单位的数据' },
  places: { SELLER: '卖方', PRODUCER: '生产者', PLATFORM: '平台' },
  levels: { PROVINCE: '省级', CITY: '市级', COUNTY: '县级' },
  masks: { PARTIAL: '部分脱敏', HASH: '哈希脱敏', NULL: '置空' },
  purposes: { RISK_ASSESSMENT: '风险评估', SUPERVISION: '监督管理', INSPECTION: '检验', HAZARD_HANDLING: '隐患处置', STATISTICS: '统计' },
  bases: { STATUTE: '法定', COMMISSION: '委托', AGREEMENT: '协议' },
} as const;
