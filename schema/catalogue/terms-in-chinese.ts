import type { Clause } from '../policy/terms/vocabulary.js';
import type { CatalogueTerms } from './catalogue.js';
import { partyKindNames } from './party-kind-names.js';

/** 共享类型, in the words of 5.4.3 a. */
export const sharingClasses = { UNCONDITIONAL: '无条件共享', CONDITIONAL: '有条件共享', NOT_SHARED: '不予共享' } as const;

const rowsInChinese = { ALL: '全部数据', OWN: '本单位持有的数据', CONCERNED: '涉及本单位的数据' } as const;
const placesInChinese = { SELLER: '卖方', PRODUCER: '生产者', PLATFORM: '平台' } as const;
const levelsInChinese = { PROVINCE: '省级', CITY: '市级', COUNTY: '县级' } as const;
const masksInChinese = { PARTIAL: '部分脱敏', HASH: '哈希脱敏', NULL: '置空' } as const;
const purposesInChinese = { RISK_ASSESSMENT: '风险评估', SUPERVISION: '监督管理', INSPECTION: '检验', HAZARD_HANDLING: '隐患处置', STATISTICS: '统计' } as const;
const basesInChinese = { STATUTE: '法定', COMMISSION: '委托', AGREEMENT: '协议' } as const;

/** 共享条件: who reads what on which basis, clause by clause; of 不予共享 the legal ground besides. */
export function termsInChinese({ class: kind, audience, ground }: CatalogueTerms): string {
  const clauses = audience.map(clauseInChinese);
  if (kind === 'CONDITIONAL') clauses.push('其他单位向持有单位提出共享申请（requestSharing），经授权在用途和期限内读取');
  if (ground !== undefined) clauses.push(`不予共享的依据：${ground}`);
  return clauses.join('；');
}

function clauseInChinese({ kinds, levels, roles, rows, place, visibleFrom, mask, purposes, basis }: Clause): string {
  const who = `${levels?.map((level) => levelsInChinese[level]).join('、') ?? ''}${kinds.map((kind) => partyKindNames[kind][0]).join('、')}`;
  const which = rows === 'REGION' ? `${placesInChinese[place ?? 'SELLER']}所在地属本辖区的数据` : rowsInChinese[rows];
  const conditions = [
    roles && `角色 ${roles.join('、')}`,
    visibleFrom && `自状态 ${visibleFrom} 起`,
    purposes && `用途：${purposes.map((purpose) => purposesInChinese[purpose]).join('、')}`,
    mask && masksInChinese[mask],
    basis && `${basesInChinese[basis.kind]}依据：${basis.reference}`,
  ].filter(Boolean);
  return `${who}读取${which}${conditions.length === 0 ? '' : `（${conditions.join('，')}）`}`;
}
