import { dataElements } from '../code-lists/data-elements.js';
import type { Catalogue, CatalogueField, CatalogueResource } from './catalogue.js';
import type { PartyKind } from '../policy/terms/vocabulary.js';
import { partyKindNames } from './party-kind-names.js';
import { termsInChinese } from './terms-in-chinese.js';
import { updateCycle } from './update-cycle.js';
import { wordsInChinese } from './words-in-chinese.js';

/**
 * The columns of a 政务数据目录: the twelve core metadata of 政务信息资源目录编制指南（试行）, 发改高技〔2017〕1272号, 6.2, which rests on GB/T 21063.3; 信息项信息, 共享属性
 * and 开放属性 in the parts that it names; 数据分级 besides, which 政务数据共享条例 asks of a directory since.
 */
export const governmentColumns = [
  ...['信息资源分类', '信息资源名称', '信息资源代码', '信息资源提供方', '信息资源提供方代码', '信息资源摘要', '信息资源格式', '信息项名称', '数据类型'],
  ...['共享类型', '共享条件', '共享方式', '是否向社会开放', '开放条件', '更新周期', '发布日期', '关联资源代码', '数据分级'],
] as const;

type Row = Readonly<Record<(typeof governmentColumns)[number], string>>;

/** What stands in no terms, and whoever registers the catalogue knows. */
export interface GovernmentRegistration {
  /** The front part of 信息资源代码 (类、项、目、细目), as the authority that keeps the directory has given it; the name of the type follows, which never changes. */
  readonly code: string;
  /** 发布日期, as 2026-11-28. */
  readonly issued: string;
  /** 信息资源提供方代码 by kind of party: unified social credit codes of those that hold its resources. */
  readonly providers: Readonly<Partial<Record<PartyKind, readonly string[]>>>;
}

const typeNames: Readonly<Record<string, string>> = { Int: '整型', Float: '浮点型', Decimal: '数值型', Boolean: '逻辑型', Date: '日期型', DateTime: '日期时间型' };

/** The catalogue as a 政务数据目录, one row for each 信息项; every value but codes and date comes from the terms and the data elements. */
export function asGovernmentCatalogue({ terms, resources }: Catalogue, { code, issued, providers }: GovernmentRegistration): readonly Row[] {
  const listed = new Set(resources.map(({ type }) => type));
  return resources.flatMap((resource) => {
    const ofResource = {
      信息资源分类: '电子商务交易产品质量网上监测共享信息资源',
      信息资源名称: resource.zh,
      信息资源代码: codeOf(resource.type),
      信息资源提供方: resource.holders.map((kind) => partyKindNames[kind][0]).join('、'),
      信息资源提供方代码: resource.holders.flatMap((kind) => providers[kind] ?? []).join('、'),
      信息资源摘要: summaryOf(resource),
      信息资源格式: '自描述格式：JSON（GraphQL）',
      共享方式: '共享平台方式：接口（查询、订阅）',
      更新周期: updateCycle(resource.fields.map(({ freshness }) => freshness))?.zh ?? '',
      发布日期: issued,
      关联资源代码: relatedTo(resource).map(codeOf).join('、'),
    };
    return resource.fields.map((field) => ({ ...ofResource, ...itemOf(field) }));
  });

  function itemOf(field: CatalogueField) {
    const found = terms[field.terms];
    const open = found?.audience.filter(({ kinds }) => kinds.includes('PUBLIC')) ?? [];
    return {
      信息项名称: `${dataElements.get(field.element)?.zh ?? field.element}（${field.coordinate.slice(field.coordinate.indexOf('.') + 1)}）`,
      数据类型: dataTypeOf(field),
      共享类型: found ? wordsInChinese.classes[found.class] : '',
      共享条件: found ? termsInChinese(found) : '',
      数据分级: wordsInChinese.grades[field.grade],
      是否向社会开放: open.length > 0 ? '是' : '否',
      开放条件: found && open.length > 0 ? termsInChinese({ ...found, audience: open }) : '',
    };
  }

  function codeOf(type: string): string {
    return code === '' ? type : `${code}/${type}`;
  }

  function relatedTo({ type, fields }: CatalogueResource): string[] {
    const others = fields.filter(({ leadsTo }) => leadsTo === 'RESOURCE').map((field) => nameIn(field.type));
    return [...new Set(others)].filter((other) => other !== type && listed.has(other)).sort();
  }
}

function summaryOf({ zh, fields }: CatalogueResource): string {
  const elements = fields.flatMap(({ element }) => dataElements.get(element)?.zh ?? []);
  return `${zh}，包括${[...new Set(elements)].join('、')}`;
}

function dataTypeOf({ type, leadsTo }: CatalogueField): string {
  const one = leadsTo === 'VALUE' ? (typeNames[nameIn(type)] ?? '字符型') : { CODE: '字符型（代码）', RESOURCE: '通用型（关联资源）', STRUCTURE: '通用型（结构）' }[leadsTo];
  return type.startsWith('[') ? `${one}，多值` : one;
}

function nameIn(type: string): string {
  return type.replaceAll(/[[\]!]/g, '');
}
