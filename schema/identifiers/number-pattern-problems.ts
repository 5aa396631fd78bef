import type { Bilingual } from '../errors/bilingual.js';
import type { NumberPatternProblem } from './number-pattern.js';

/** What is wrong with a rule by which numbers are made, in words. */
export const numberPatternProblems: Readonly<Record<NumberPatternProblem, Bilingual>> = {
  LETTERS: { en: 'it has characters other than Chinese and Latin letters, digits and -_()（）〔〕[]', 'zh-CN': '含有汉字、英文字母、数字和 -_()（）〔〕[] 以外的字符' },
  PART: { en: 'a part in braces is none of {prefix}, {region}, {year}, {seq}, {seq:1} to {seq:9} and {random}', 'zh-CN': '花括号内不是 {prefix}、{region}、{year}、{seq}、{seq:1} 至 {seq:9} 或 {random}' },
  SEQUENCE_MISSING: { en: 'these are counted, and it must hold {seq} once, and no {random}', 'zh-CN': '此类编号须连续，规则中须有且仅有一个 {seq}，不得有 {random}' },
  RANDOM_MISSING: { en: 'these are read by parties that compete, so they are drawn at random: it must hold {random} once, and no {seq}', 'zh-CN': '此类编号由相互竞争的单位查阅，须随机产生：规则中须有且仅有一个 {random}，不得有 {seq}' },
  LENGTH: { en: 'its numbers would have more than 40 characters', 'zh-CN': '所生成的编号超过 40 个字符' },
};
