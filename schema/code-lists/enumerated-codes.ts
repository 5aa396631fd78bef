import { codeEntry, type CodeListContent } from './code-list.js';

type Named = readonly [code: string, zh: string, en: string];

const list = (id: string, zh: string, en: string, named: readonly Named[]): CodeListContent => ({
  id,
  zh,
  en,
  codes: named.map(([code, chinese, english]) => codeEntry({ code, zh: chinese, en: english })),
});

/** Lists whose codes are the values of an enum of the schema, or of a number that it asks for: what each value means, in both languages. */
export const enumeratedCodes: readonly CodeListContent[] = [
  list('collection-channels', '采集渠道', 'channels of collection (5.1.1)', [
    ['COMPLAINT', '投诉举报平台', 'complaint and report platform (a)'],
    ['SUPERVISION', '监管信息平台', 'supervision information platform (b)'],
    ['PLATFORM_QUALITY', '电商质量管理平台', 'quality management platform of an e-commerce operator (c)'],
    ['INTERNET', '互联网信息平台', 'internet information platform (d)'],
    ['STANDARDS_AND_FOREIGN', '标准信息平台', 'standards information platform and foreign authorities (e)'],
  ]),
  list('hazard-degrees', '隐患程度', 'degrees of a hazard (2.5)', [
    ['UNRATED', '未评定', 'not rated yet'],
    ['LOW', '低', 'low'],
    ['MEDIUM', '中', 'medium'],
    ['HIGH', '高', 'high'],
    ['SERIOUS', '严重', 'serious'],
  ]),
  list('severities', '伤害严重程度', 'severities of the worst injury scenario (GB/T 22760)', [
    ['1', '轻微：经急救处理即可恢复', 'slight: over with first aid'],
    ['2', '一般：需就医，不留长期影响', 'moderate: needs a doctor, without lasting effect'],
    ['3', '严重：需住院或功能受损超过六个月', 'severe: in hospital, or a function impaired for more than six months'],
    ['4', '非常严重：可能致命或致残', 'critical: may kill or disable'],
  ]),
  list('harm-levels', '危害程度', 'levels of harm (GB/T 22760)', [
    ['LOW', '低', 'low'],
    ['MEDIUM', '中', 'medium'],
    ['HIGH', '高', 'high'],
    ['SERIOUS', '严重', 'serious'],
  ]),
];
