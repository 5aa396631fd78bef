import { catalogue } from '@hub/schema/generated/catalogue.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { runHub } from './start/run-hub.js';

type Node = Readonly<Record<string, unknown>>;

const address = 'https://hub.example.cn';
const exported = (...args: string[]) => runHub(['catalogue', 'export', ...args], {});

describe('the catalogue as DCAT 3', () => {
  let document: Node;
  let datasets: readonly Node[];
  beforeAll(async () => {
    const { code, stdout, stderr } = await exported('--address', address);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    document = JSON.parse(stdout) as Node;
    datasets = document['dcat:dataset'] as Node[];
  });

  it('has what DCAT-AP 3 asks of a catalogue and of its service', () => {
    const texts = [expect.objectContaining({ '@language': 'zh' }), expect.objectContaining({ '@language': 'en' })];
    expect(document).toMatchObject({ '@id': `${address}/catalogue`, '@type': 'dcat:Catalog', 'dct:title': texts, 'dct:description': texts });
    expect(document['dcat:service']).toMatchObject({ '@type': 'dcat:DataService', 'dct:title': texts, 'dcat:endpointURL': { '@id': `${address}/graphql` } });
    const agents = (document['@included'] as Node[]).map((agent) => agent['@id']);
    const publishers = [document, ...datasets].map((each) => (each['dct:publisher'] as Node)['@id']);
    expect(publishers.filter((publisher) => !agents.includes(publisher))).toEqual([]);
  });

  it('has each resource as a dataset of its own, named in both languages, with its rights and the way to it', () => {
    expect(datasets.map((dataset) => dataset['dct:identifier'])).toEqual(catalogue.resources.map(({ type }) => type));
    expect(new Set(datasets.map((dataset) => dataset['@id'])).size).toBe(datasets.length);
    for (const dataset of datasets) {
      expect(dataset).toMatchObject({
        '@type': 'dcat:Dataset',
        'dct:title': [{ '@value': expect.stringMatching(/[\u4e00-\u9fff]/) as string, '@language': 'zh' }, { '@language': 'en' }],
        'dct:accessRights': { '@id': expect.stringMatching(/access-right\/(RESTRICTED|NON_PUBLIC)$/) as string },
        'dcat:distribution': { '@type': 'dcat:Distribution', 'dcat:accessURL': { '@id': `${address}/graphql` } },
      });
    }
  });

  it('says of each how many of its fields are shared on which terms, free of charge', () => {
    const lab = datasets.find((dataset) => dataset['dct:identifier'] === 'Lab');
    const fields = catalogue.resources.find(({ type }) => type === 'Lab')?.fields ?? [];
    const upon = fields.filter(({ terms }) => catalogue.terms[terms]?.class === 'CONDITIONAL').length;
    expect(upon).toBeGreaterThan(0);
    expect(lab?.['dct:rights']).toMatchObject({ 'rdfs:label': [{}, { '@value': expect.stringContaining(`free of charge. Of ${fields.length} fields`) as string }] });
    expect(JSON.stringify(lab?.['dct:rights'])).toContain(`有条件共享 ${upon} 项`);
  });
});

describe('the catalogue as 政务数据目录', () => {
  it('is a table that a spreadsheet opens, with a row for each field, under the code and the day that are given', async () => {
    const { code, stdout, stderr } = await exported('--format', 'zhengwu', '--code', '3063300', '--issued', '2026-11-28', '--provider', 'MONITORING_CENTER=12330100MB1A000444', 'REGULATOR=11330000MB1A0001XC');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.startsWith('\uFEFF信息资源分类,信息资源名称,信息资源代码,信息资源提供方,')).toBe(true);
    const lines = stdout.trimEnd().split('\r\n');
    expect(lines.length).toBe(1 + catalogue.resources.flatMap(({ fields }) => fields).length);
    expect(lines.find((line) => line.includes(',3063300/Purchase,'))).toContain(',监测中心,12330100MB1A000444,');
    expect(lines.filter((line) => line.includes(',3063300/Purchase,') && line.includes(',2026-11-28,')).length).toBeGreaterThan(5);
  });

  it.each([
    [['--format', 'xml'], 'dcat or zhengwu'],
    [['--format', 'zhengwu', '--code', 'A1'], '3063300'],
    [['--format', 'zhengwu', '--issued', 'tomorrow'], '2026-11-28'],
    [['--format', 'zhengwu', '--provider', 'CENTER=12330100MB1A000444'], 'MONITORING_CENTER='],
    [['--format', 'zhengwu', '--provider', 'MONITORING_CENTER=12330100MB1A000445'], 'MONITORING_CENTER='],
  ])('is refused where it is asked for by %j', async (args, right) => {
    expect(await exported(...args)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(right) as string });
  });
});

it('is refused an address that is none', async () => {
  expect(await exported('--address', 'hub')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('https://hub.example.cn') as string });
});
