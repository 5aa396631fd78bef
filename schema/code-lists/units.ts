import { codeEntry, type CodeListContent } from './code-list.js';

/** A unit of measurement (计量单位). */
export interface Unit {
  /** As UCUM writes it, case-sensitive: ug/kg. */
  readonly code: string;
  /** As reports print it: μg/kg. */
  readonly symbol: string;
  readonly zh: string;
  readonly en: string;
}

/** First version: the units of the limits and results that the hub has seen, code, symbol, 中文, English. */
const named: readonly (readonly [code: string, symbol: string, zh: string, en: string])[] = [
  ['%', '%', '百分之', 'per cent'],
  ['[ppth]', '‰', '千分之', 'per mille'],
  ['{piece}', '件', '件', 'piece'],
  ['{batch}', '批次', '批次', 'batch'],
  ['[ppm]', 'ppm', '百万分之', 'parts per million'],
  ['kg', 'kg', '千克', 'kilogram'],
  ['g', 'g', '克', 'gram'],
  ['mg', 'mg', '毫克', 'milligram'],
  ['ug', 'μg', '微克', 'microgram'],
  ['ng', 'ng', '纳克', 'nanogram'],
  ['g/kg', 'g/kg', '克每千克', 'gram per kilogram'],
  ['mg/kg', 'mg/kg', '毫克每千克', 'milligram per kilogram'],
  ['ug/kg', 'μg/kg', '微克每千克', 'microgram per kilogram'],
  ['mg/g', 'mg/g', '毫克每克', 'milligram per gram'],
  ['ug/g', 'μg/g', '微克每克', 'microgram per gram'],
  ['g/(100.g)', 'g/100g', '克每百克', 'gram per 100 grams'],
  ['g/(100.mL)', 'g/100mL', '克每百毫升', 'gram per 100 millilitres'],
  ['g/L', 'g/L', '克每升', 'gram per litre'],
  ['mg/L', 'mg/L', '毫克每升', 'milligram per litre'],
  ['ug/L', 'μg/L', '微克每升', 'microgram per litre'],
  ['mg/m3', 'mg/m³', '毫克每立方米', 'milligram per cubic metre'],
  ['mg/(100.cm2)', 'mg/100cm²', '毫克每百平方厘米', 'milligram per 100 square centimetres'],
  ['ug/cm2', 'μg/cm²', '微克每平方厘米', 'microgram per square centimetre'],
  ['ug/(cm2.wk)', 'μg/cm²/week', '微克每平方厘米每周', 'microgram per square centimetre and week'],
  ['mmol/kg', 'mmol/kg', '毫摩尔每千克', 'millimole per kilogram'],
  ['%{vol}', '%vol', '体积百分数', 'per cent by volume'],
  ['[CFU]/g', 'CFU/g', '菌落形成单位每克', 'colony forming units per gram'],
  ['[CFU]/mL', 'CFU/mL', '菌落形成单位每毫升', 'colony forming units per millilitre'],
  ['L', 'L', '升', 'litre'],
  ['mL', 'mL', '毫升', 'millilitre'],
  ['m', 'm', '米', 'metre'],
  ['cm', 'cm', '厘米', 'centimetre'],
  ['mm', 'mm', '毫米', 'millimetre'],
  ['um', 'μm', '微米', 'micrometre'],
  ['m2', 'm²', '平方米', 'square metre'],
  ['cm2', 'cm²', '平方厘米', 'square centimetre'],
  ['m3', 'm³', '立方米', 'cubic metre'],
  ['mm2/s', 'mm²/s', '平方毫米每秒', 'square millimetre per second'],
  ['mPa.s', 'mPa·s', '毫帕秒', 'millipascal second'],
  ['g/cm3', 'g/cm³', '克每立方厘米', 'gram per cubic centimetre'],
  ['N', 'N', '牛', 'newton'],
  ['N.m', 'N·m', '牛米', 'newton metre'],
  ['J', 'J', '焦', 'joule'],
  ['Pa', 'Pa', '帕', 'pascal'],
  ['kPa', 'kPa', '千帕', 'kilopascal'],
  ['MPa', 'MPa', '兆帕', 'megapascal'],
  ['A', 'A', '安', 'ampere'],
  ['mA', 'mA', '毫安', 'milliampere'],
  ['uA', 'μA', '微安', 'microampere'],
  ['V', 'V', '伏', 'volt'],
  ['kV', 'kV', '千伏', 'kilovolt'],
  ['W', 'W', '瓦', 'watt'],
  ['kW.h', 'kW·h', '千瓦时', 'kilowatt hour'],
  ['Ohm', 'Ω', '欧', 'ohm'],
  ['MOhm', 'MΩ', '兆欧', 'megaohm'],
  ['Hz', 'Hz', '赫', 'hertz'],
  ['uS/cm', 'μS/cm', '微西每厘米', 'microsiemens per centimetre'],
  ['Cel', '℃', '摄氏度', 'degree Celsius'],
  ['K', 'K', '开', 'kelvin'],
  ['s', 's', '秒', 'second'],
  ['min', 'min', '分', 'minute'],
  ['h', 'h', '小时', 'hour'],
  ['d', 'd', '日', 'day'],
  ['dB', 'dB', '分贝', 'decibel'],
  ['lx', 'lx', '勒克斯', 'lux'],
  ['[pH]', 'pH', '酸碱度', 'pH'],
];

/** Every unit by its code. */
export const units: ReadonlyMap<string, Unit> = new Map(named.map(([code, symbol, zh, en]) => [code, { code, symbol, zh, en }]));

/** First version of the units of measurement (计量单位). */
export const unitsOfMeasurement: CodeListContent = {
  id: 'units',
  zh: '计量单位',
  en: 'units of measurement',
  codes: [...units.values()].map(({ code, symbol, zh, en }) => codeEntry({ code, zh, en, properties: [{ name: 'symbol', values: [symbol] }] })),
};
