import { dutyLimitListId } from '../code-lists/duty-limit-codes.js';
import type { DutyKind } from '../code-lists/duty-limits.js';
import type { Bilingual } from '../errors/bilingual.js';
import type { Clause } from '../policy/terms/vocabulary.js';
import type { CatalogueTerms } from './catalogue.js';
import { partyKindNames } from './party-kind-names.js';
import { wordsInChinese } from './words-in-chinese.js';

/** By which an answer is owed: how long that is, and by how much it may be extended, is a steward's to set. */
const answer: DutyKind = 'AnswerSharingRequest';

/** How what is 有条件共享 is applied for (5.4.3 b), in words: by whom, for what, at which desk, by which act, and when it is answered; undefined of other terms. */
export function howToApply({ class: kind, audience }: Pick<CatalogueTerms, 'class' | 'audience'>): Bilingual | undefined {
  if (kind !== 'CONDITIONAL') return undefined;
  const holders = [...new Set(audience.filter(({ rows }) => rows === 'OWN').flatMap(({ kinds }) => kinds))].map((each) => partyKindNames[each]);
  const applicants = audience.filter(({ rows }) => rows !== 'OWN').map(applicantsInWords);
  return {
    'zh-CN': `${applicants.map((each) => each['zh-CN']).join('；')}不持有该数据的，向持有单位（${holders.map(([zh]) => zh).join('、')}）的共享申请台（sharingRequests）申请：发送 requestSharing，写明字段、用途和截止日期；答复时限见代码表 ${dutyLimitListId} 的 ${answer}，说明理由可延长一次；不收费`,
    en: `Whoever does not hold it (${applicants.map(({ en }) => en).join('; ')}) applies at the desk of sharing requests (sharingRequests) of the holders (${holders.map(([, en]) => en.toLowerCase()).join(', ')}): send requestSharing with fields, purpose and end; the answer comes within the limit of ${answer} in the code list ${dutyLimitListId}, which may be extended once, with a reason; free of charge`,
  };
}

function applicantsInWords({ kinds, levels, purposes }: Clause): Bilingual {
  const zh = `${levels?.map((level) => wordsInChinese.levels[level]).join('、') ?? ''}${kinds.map((kind) => partyKindNames[kind][0]).join('、')}`;
  const en = `${kinds.map((kind) => partyKindNames[kind][1].toLowerCase()).join(', ')}${levels ? ` of the level ${levels.join(', ')}` : ''}`;
  if (!purposes) return { 'zh-CN': zh, en };
  return { 'zh-CN': `${zh}（用途：${purposes.map((purpose) => wordsInChinese.purposes[purpose]).join('、')}）`, en: `${en} for ${purposes.join(', ')}` };
}
