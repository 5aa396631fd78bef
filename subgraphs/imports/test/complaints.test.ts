import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { keptMapping } from '../src/mapping/kept-mappings.js';
import { readMapping } from '../src/mapping/read-mapping.js';

const mappingText = (fields: string, channel = '{ value: COMPLAINT }') => `
mapping: hotline
version: 1
title: { en: Hotline, zh-CN: 热线 }
fills: takeInRiskInformation
source: TEST
format: { kind: csv }
key: 工单号
personal: [投诉人]
fields:
  channel: ${channel}
  productName: { from: 商品, repair: [personal-numbers], limit: 60 }
  hazardItem: { from: 问题, translate: { 漏电: 漏电 }, otherwise: 其他 }
  observedOn: { from: 日期, read: day }
${fields}`;
const read = (fields: string, channel?: string) => readMapping(mappingText(fields, channel), 'hotline.yaml');

describe('the words of who complained (channel a, 5.1.1)', () => {
  it.each([
    ['a description of their own', 'hazardDescription: { from: 投诉内容, repair: [personal-numbers, spaces] }', 'hazardDescription'],
    ['a text that is made of them', "hazardDescription: { text: '投诉：{投诉内容}' }", 'hazardDescription'],
    ['a field within another', 'scope.retailers: { from: 店铺 }', 'scope.retailers'],
    ['a reading that gives texts back', 'brand: { from: 投诉内容, read: names }', 'brand'],
    ['a code list that a reading passes over', 'brand: { from: 投诉内容, read: names, translate: { a: b }, otherwise: c }', 'brand'],
    ['addresses', 'links: { from: 链接 }', 'links'],
  ])('go to nobody by %s', (_what, field, place) => {
    expect(() => read(`  ${field}`)).toThrow(`${place} goes to others than the centre`);
  });

  it('go to nobody where a column says that some records are complaints, or may say so', () => {
    const words = '  hazardDescription: { from: 投诉内容 }';
    expect(() => read(words, '{ from: 渠道, translate: { 热线: COMPLAINT }, otherwise: INTERNET }')).toThrow('hazardDescription goes to others');
    expect(() => read(words, '{ from: 渠道 }')).toThrow('hazardDescription goes to others');
    expect(() => read(words, '{ from: 渠道, translate: { 网络: INTERNET }, otherwise: SUPERVISION }')).not.toThrow();
    expect(() => read(words, '{ value: INTERNET }')).not.toThrow();
  });

  it('leave what is coded: code lists, names that are looked for, degrees, days, numbers', () => {
    expect(() => read('  hazardDegree: { from: 程度 }\n  scope.units: { from: 数量, read: number }\n  scope.platforms: { from: 平台, find: { 京东: 京东 } }\n  brand: { value: 不详 }')).not.toThrow();
  });

  it('stay in no source record: the mapping says what of it is personal, or what is kept', () => {
    const open = (changes: string, channel?: string) => readMapping(mappingText('', channel).replace('personal: [投诉人]\n', changes), 'hotline.yaml');
    expect(() => open('')).toThrow('the whole record would be kept');
    expect(() => open('', '{ from: 渠道 }')).toThrow('the whole record would be kept');
    expect(() => open('personal: []\nkeep: {}\n')).toThrow('the whole record would be kept');
    expect(() => open('keep: { 品牌: [personal-numbers] }\n')).not.toThrow();
    expect(() => open('', '{ value: INTERNET }')).not.toThrow();
  });

  it('are personal wherever they become what is encrypted, under each column that is read', () => {
    const fields = '  complainant.phone: { from: [电话, 手机] }\n  complainant.statement: { text: "{投诉/内容}" }';
    const named = (personal: string) => readMapping(mappingText(fields).replace('[投诉人]', personal), 'hotline.yaml');
    expect(() => named('[投诉人]')).toThrow(/complainant.phone .* 电话, 手机 .* complainant.statement .* 投诉\/内容 /);
    expect(() => named('[电话, 手机, 投诉/内容/正文]')).toThrow(/complainant.statement .* 投诉\/内容 /);
    expect(() => named('[电话, 手机, 投诉]')).not.toThrow();
    expect(() => readMapping(mappingText(fields, '{ value: INTERNET }'), 'hotline.yaml')).not.toThrow();
  });

  it('leave of the product its name: from a column, short, without the numbers of persons', () => {
    for (const productName of ['{ from: 商品 }', '{ from: 商品, limit: 60 }', '{ from: 商品, repair: [personal-numbers], limit: 61 }', "{ text: '{商品}{投诉内容}', repair: [personal-numbers], limit: 60 }"]) {
      expect(() => readMapping(mappingText('').replace(/productName: .*/, `productName: ${productName}`), 'hotline.yaml')).toThrow('productName of a complaint goes to labs and platforms');
    }
  });

  it('are in no field of the mapping that ships with the hub, whose check would tell', async () => {
    const text = await keptMapping('complaints');
    expect(() => readMapping(text, 'complaints')).not.toThrow();
    expect(() => readMapping(`${text}  hazardDescription: { from: 投诉内容, repair: [personal-numbers, spaces] }\n`, 'complaints')).toThrow('hazardDescription goes to others');
  });

  it('are in no field of the example from which others begin', async () => {
    const page = await readFile(new URL('../../../gateway/docs/importing.md', import.meta.url), 'utf8');
    const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    expect(readMapping(example, 'importing.md').mapping.mapping).toBe('kettle-complaints');
  });
});
