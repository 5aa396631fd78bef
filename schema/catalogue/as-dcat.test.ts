import { readFileSync } from 'node:fs';
import { catalogue } from '../generated/catalogue.js';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { describe, expect, it } from 'vitest';
import { asDcat } from './as-dcat.js';

type Node = Record<string, unknown>;

/** As it is called here; its own types have several ways, of which the first takes a callback. */
interface ToRdf {
  toRDF(document: object, options: object): Promise<string>;
}

const shapesFile = process.env['DCAT_AP_SHAPES'] ?? new URL('dcat-ap/dcat-ap-3.0.0.shapes.ttl', import.meta.url);
const validator = new SHACLValidator(new Store(new Parser().parse(readFileSync(shapesFile, 'utf8'))));

/** Everything that the document needs stands in it. */
const documentLoader = async (url: string) => Promise.reject(new Error(`${url} is asked for, and nothing outside may be.`));

/** What the shapes find wrong: at what, by which property, against which constraint. */
async function findings(document: object): Promise<string[]> {
  const quads = await (jsonld as unknown as ToRdf).toRDF(document, { format: 'application/n-quads', documentLoader });
  // Its types are of a version that did not answer by a promise yet.
  const { results } = await Promise.resolve(validator.validate(new Store(new Parser({ format: 'N-Quads' }).parse(quads))));
  const short = (term: { value: string } | null | undefined) => term?.value.replace(/^.*[#/]/, '') ?? '';
  return results.map((result) => `${short(result.focusNode)} ${short(result.path)} ${short(result.sourceConstraintComponent)}`).sort();
}

const written = (): Node => structuredClone(asDcat(catalogue, 'https://hub.example.cn'));
const firstDataset = (document: Node) => (document['dcat:dataset'] as Node[])[0] as Node;
const name = catalogue.resources[0]?.type ?? '';

describe('the catalogue as DCAT 3', () => {
  it('validates against the shapes of DCAT-AP 3, without the network', async () => {
    expect(await findings(written())).toEqual([]);
  });

  it.each<[what: string, spoil: (document: Node) => void, finding: string]>([
    ['a catalogue without title', (document) => delete document['dct:title'], 'catalogue title MinCountConstraintComponent'],
    ['a catalogue without description', (document) => delete document['dct:description'], 'catalogue description MinCountConstraintComponent'],
    ['a catalogue without publisher', (document) => delete document['dct:publisher'], 'catalogue publisher MinCountConstraintComponent'],
    ['a dataset without title', (document) => delete firstDataset(document)['dct:title'], `${name} title MinCountConstraintComponent`],
    ['a dataset without description', (document) => delete firstDataset(document)['dct:description'], `${name} description MinCountConstraintComponent`],
    ['a distribution without access address', (document) => delete (firstDataset(document)['dcat:distribution'] as Node)['dcat:accessURL'], `${name}-graphql accessURL MinCountConstraintComponent`],
    ['a service without address', (document) => delete (document['dcat:service'] as Node)['dcat:endpointURL'], 'graphql endpointURL MinCountConstraintComponent'],
    ['a publisher without name', (document) => delete (document['@included'] as Node[])[0]?.['foaf:name'], 'MONITORING_CENTER name MinCountConstraintComponent'],
    ['two access rights', (document) => (firstDataset(document)['dct:accessRights'] = [firstDataset(document)['dct:accessRights'], { '@id': 'https://other.example', '@type': 'dct:RightsStatement' }]), `${name} accessRights MaxCountConstraintComponent`],
    ['a standard that is none', (document) => (firstDataset(document)['dct:conformsTo'] = { '@id': 'https://other.example' }), `${name} conformsTo ClassConstraintComponent`],
  ])('does not with %s', async (_what, spoil, finding) => {
    const document = written();
    spoil(document);
    expect(await findings(document)).toEqual([finding]);
  });

  it('says of each resource on which terms and of which grade its fields are, and how to apply for what is shared on application', () => {
    const rightsOf = (type: string) => {
      const [dataset] = (written()['dcat:dataset'] as Node[]).filter((each) => each['dct:identifier'] === type);
      return ((dataset?.['dct:rights'] as Node)['rdfs:label'] as { '@value': string }[]).map((label) => label['@value']);
    };
    const [zh, en] = rightsOf('Shop');
    expect(zh).toContain('Shop.listingsOnSale：省级监管部门（用途：监督管理、隐患处置、风险评估）；');
    expect(en).toContain('Shop.listingsOnSale: Whoever does not hold it (regulators of the level PROVINCE for SUPERVISION, HAZARD_HANDLING, RISK_ASSESSMENT; ');
    expect(en).toContain('at the desk of sharing requests (sharingRequests) of the holders (e-commerce platforms): send requestSharing');
    expect(rightsOf('Purchase').join()).toMatch(/重要数据 \d+ 项.*IMPORTANT \d+/);
    expect(rightsOf('Purchase').join()).not.toContain('requestSharing');
  });

  it('says of each resource how often it is brought up to date, by the freshness limits of its terms', () => {
    const of = (type: string) => (written()['dcat:dataset'] as Node[]).find((dataset) => dataset['dct:identifier'] === type)?.['dct:accrualPeriodicity'];
    expect(of('InspectionReport')).toMatchObject({ '@id': expect.stringMatching(/\/frequency\/UPDATE_CONT$/) as string, '@type': 'dct:Frequency' });
    expect(of('Lab')).toMatchObject({ '@id': expect.stringMatching(/\/frequency\/DAILY$/) as string });
  });
});
