import { dataElements } from '../code-lists/data-elements.js';
import { grades } from '../policy/terms/vocabulary.js';
import type { Catalogue, CatalogueResource } from './catalogue.js';
import { howToApply } from './how-to-apply.js';
import { operatorOf } from './operator-of.js';
import { partyKindNames } from './party-kind-names.js';
import { updateCycle } from './update-cycle.js';
import { wordsInChinese } from './words-in-chinese.js';

/** The catalogue as a document of JSON-LD. */
export type DcatDocument = Readonly<Record<string, unknown>>;

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const authority = 'http://publications.europa.eu/resource/authority';

/**
 * Writes the catalogue in DCAT 3 (W3C Recommendation of 2024), with what DCAT-AP 3 asks for: a catalogue, a data service, and a dataset for each resource.
 *
 * @param address the gateway's, such as https://hub.example.cn
 */
export function asDcat({ terms, resources }: Catalogue, address: string): DcatDocument {
  const endpoint = new URL('/graphql', address).href;
  const base = new URL('/catalogue', address).href;
  const id = (fragment: string) => ({ '@id': `${base}#${fragment}` });
  const service = id('graphql');
  const publishers = [...new Set(resources.map(({ owner }) => operatorOf(owner)))];

  return {
    '@context': context,
    '@id': base,
    '@type': 'dcat:Catalog',
    'dct:title': inBoth('共享信息资源目录', 'Catalogue of shared information resources'),
    'dct:description': inBoth('电子商务交易产品质量网上监测的共享信息资源', 'Shared information resources of the online monitoring of product quality'),
    'dct:publisher': id('MONITORING_CENTER'),
    'dct:language': ['ZHO', 'ENG'].map((language) => ({ '@id': `${authority}/language/${language}`, '@type': 'dct:LinguisticSystem' })),
    'dcat:service': {
      ...service,
      '@type': 'dcat:DataService',
      'dct:title': inBoth('查询与订阅接口', 'Queries and subscriptions'),
      'dct:conformsTo': standard('GraphQL', 'https://spec.graphql.org/'),
      'dct:publisher': id('MONITORING_CENTER'),
      'dcat:endpointURL': { '@id': endpoint, '@type': 'rdfs:Resource' },
      'dcat:servesDataset': resources.map(({ type }) => id(type)),
    },
    'dcat:dataset': resources.map(datasetOf),
    '@included': publishers.map((kind) => ({ ...id(kind), '@type': 'foaf:Agent', 'foaf:name': inBoth(...partyKindNames[kind]) })),
  };

  function datasetOf(resource: CatalogueResource): DcatDocument {
    const { type, owner, zh, meaning, fields } = resource;
    const elements = fields.flatMap(({ element }) => dataElements.get(element) ?? []);
    const cycle = updateCycle(fields.map(({ freshness }) => freshness));
    const standards = [...new Set(elements.flatMap((element) => element.standard ?? []))].sort();
    return {
      ...id(type),
      '@type': 'dcat:Dataset',
      'dct:identifier': type,
      'dct:title': inBoth(zh, type),
      'dct:description': [{ '@value': meaning, '@language': 'en' }, { '@value': `${zh}：${[...new Set(elements.map((element) => element.zh))].join('、')}`, '@language': 'zh' }],
      'dct:publisher': id(operatorOf(owner)),
      'dcat:keyword': [...new Set(elements.map((element) => element.zh))].map((word) => ({ '@value': word, '@language': 'zh' })),
      ...(standards.length > 0 && { 'dct:conformsTo': standards.map((name) => standard(name)) }),
      ...(cycle && { 'dct:accrualPeriodicity': { '@id': `${authority}/frequency/${cycle.frequency}`, '@type': 'dct:Frequency' } }),
      'dct:accessRights': { '@id': `${authority}/access-right/${accessRight(resource)}`, '@type': 'dct:RightsStatement' },
      'dct:rights': { ...id(`${type}-terms`), '@type': 'dct:RightsStatement', 'rdfs:label': inBoth(...inWords(resource)) },
      'dcat:distribution': {
        ...id(`${type}-graphql`),
        '@type': 'dcat:Distribution',
        'dct:title': inBoth(`${zh}（GraphQL 类型 ${type}）`, `The GraphQL type ${type}`),
        'dcat:accessURL': { '@id': endpoint, '@type': 'rdfs:Resource' },
        'dcat:accessService': service,
        'dct:format': { '@id': `${authority}/file-type/JSON`, '@type': 'dct:MediaTypeOrExtent' },
      },
    };
  }

  /** Nobody reads a resource without an account; of some no field is for anybody but who holds it, or works on it. */
  function accessRight({ fields }: CatalogueResource): 'RESTRICTED' | 'NON_PUBLIC' {
    return fields.every((field) => terms[field.terms]?.class === 'NOT_SHARED') ? 'NON_PUBLIC' : 'RESTRICTED';
  }

  /** How many fields are shared on which terms and of which grade, and of each that is shared on application how it is applied for. */
  function inWords({ fields }: CatalogueResource): readonly [zh: string, en: string] {
    const of = (kind: string) => fields.filter((field) => terms[field.terms]?.class === kind).length;
    const [free, upon, none] = [of('UNCONDITIONAL'), of('CONDITIONAL'), of('NOT_SHARED')];
    const graded = grades.map((grade) => ({ grade, count: fields.filter((field) => field.grade === grade).length })).filter(({ count }) => count > 0);
    const applications = fields.flatMap(({ coordinate, terms: name }) => {
      const how = terms[name] && howToApply(terms[name]);
      return how ? [{ coordinate, how }] : [];
    });
    return [
      [
        `无偿共享。字段 ${fields.length} 项：无条件共享 ${free} 项，有条件共享 ${upon} 项，不予共享 ${none} 项。数据分级：${graded.map(({ grade, count }) => `${wordsInChinese.grades[grade]} ${count} 项`).join('，')}`,
        ...applications.map(({ coordinate, how }) => `${coordinate}：${how['zh-CN']}`),
      ].join('。'),
      [
        `Shared free of charge. Of ${fields.length} fields ${free} are shared unconditionally, ${upon} on application, ${none} not. Grades of data: ${graded.map(({ grade, count }) => `${grade} ${count}`).join(', ')}`,
        ...applications.map(({ coordinate, how }) => `${coordinate}: ${how.en}`),
      ].join('. '),
    ];
  }
}

function inBoth(zh: string, en: string) {
  return [{ '@value': zh, '@language': 'zh' }, { '@value': en, '@language': 'en' }];
}

function standard(name: string, address?: string) {
  return { ...(address === undefined ? {} : { '@id': address }), '@type': 'dct:Standard', 'dct:title': { '@value': name } };
}
