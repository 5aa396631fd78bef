import type { Clause } from '../policy/terms/vocabulary.js';
import type { CatalogueTerms } from './catalogue.js';
import { howToApply } from './how-to-apply.js';
import { partyKindNames } from './party-kind-names.js';
import { wordsInChinese } from './words-in-chinese.js';

const { rows: rowsInChinese, places, levels: levelsInChinese, masks, purposes: purposesInChinese, bases } = wordsInChinese;

/** 共享条件: who reads what on which basis, clause by clause; of 有条件共享 how it is applied for, of 不予共享 the legal ground besides. */
export function termsInChinese({ class: kind, audience, ground }: CatalogueTerms): string {
  const clauses = audience.map(clauseInChinese);
  const application = howToApply({ class: kind, audience });
  if (application) clauses.push(application['zh-CN']);
  if (ground !== undefined) clauses.push(`不予共享的依据：${ground}`);
  return clauses.join('；');
}

function clauseInChinese({ kinds, levels, roles, rows, place, visibleFrom, mask, purposes, basis }: Clause): string {
  const who = `${levels?.map((level) => levelsInChinese[level]).join('、') ?? ''}${kinds.map((kind) => partyKindNames[kind][0]).join('、')}`;
  const which = rows === 'REGION' ? `${places[place ?? 'SELLER']}所在地属本辖区的数据` : rowsInChinese[rows];
  const conditions = [
    roles && `角色 ${roles.join('、')}`,
    visibleFrom && `自状态 ${visibleFrom} 起`,
    purposes && `用途：${purposes.map((purpose) => purposesInChinese[purpose]).join('、')}`,
    mask && masks[mask],
    basis && `${bases[basis.kind]}依据：${basis.reference}`,
  ].filter(Boolean);
  return `${who}读取${which}${conditions.length === 0 ? '' : `（${conditions.join('，')}）`}`;
}
