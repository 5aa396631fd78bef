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

it('is refused an address that is none', async () => {
  expect(await exported('--address', 'hub')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('https://hub.example.cn') as string });
});
