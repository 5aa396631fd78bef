import { createHash } from 'node:crypto';
import { mintServiceToken, mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isLabelKind } from '../../src/documents/document-kind.js';
import { documentKinds } from '../../src/documents/document-kinds.js';
import { documentQuery } from '../../src/documents/document-query.js';
import { standardDocuments } from '../../src/documents/document-settings.js';
import { CostLimit } from '../../src/limits/cost/cost-limit.js';
import { standardLimits } from '../../src/limits/limit-settings.js';
import { gatewayUnderTest, type GatewayUnderTest } from '../gateway-under-test.js';
import { playedPurchase, type PlayedPurchase } from './played-purchase.js';
import { readPaper } from './read-paper.js';

let owner: PlayedPurchase;
let hub: GatewayUnderTest;
beforeAll(async () => {
  owner = await playedPurchase();
  hub = await gatewayUnderTest([owner.subgraph], { upstreamTimeout: 5_000, documents: { ...standardDocuments, DOCUMENT_PAGES: 6, DOCUMENTS_PER_PARTY: 1 } });
}, 60_000);
afterAll(async () => {
  await hub?.close();
  await owner?.subgraph.close();
});
beforeEach(() => void Object.assign(owner, { purchase: {}, report: {}, withhold: false, fails: false, before: () => undefined }));

async function ask(path: string, { party = 'center', language = 'en', token }: { party?: string; language?: string; token?: string } = {}): Promise<Response> {
  const bearer = token ?? (await mintUserToken(hub.environment.dataDir, { userId: `${party}.1`, partyId: party, role: 'SAMPLER' }));
  return fetch(new URL(path, hub.url), { headers: { authorization: `Bearer ${bearer}`, 'accept-language': language } });
}
async function bytesOf(path: string, options: Parameters<typeof ask>[1] = {}): Promise<Buffer> {
  const response = await ask(path, options);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return Buffer.from(await response.arrayBuffer());
}
const paperOf = async (path: string, options: Parameters<typeof ask>[1] = {}) => readPaper(await bytesOf(path, options));
const codeOf = async (asked: Promise<Response>) => {
  const response = await asked;
  return [response.status, ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code];
};

describe('a document on paper', () => {
  it('says in Chinese what a query gives, is dated by its data, and the same for the same data in whatever language it is asked', async () => {
    const first = await bytesOf('/documents/purchase-form/1');
    const { pages, sizes } = await readPaper(first);
    expect(sizes[0]).toEqual([210, 297]);
    const text = pages.join('');
    // In Asia/Shanghai.
    for (const words of ['购样单', 'PurchaseForm', 'GY-2026-000017', '小满家电', '2026年11月21日00:30', '已购买', '王小明', '本件提供给center（SAMPLER）', `第1页共${pages.length}页`]) expect(text).toContain(words);
    expect(first.equals(await bytesOf('/documents/purchase-form/1', { language: 'zh-CN' }))).toBe(true);
    owner.purchase = { productName: '电热毯' };
    expect(first.equals(await bytesOf('/documents/purchase-form/1'))).toBe(false);
  });

  it('has a marked blank where the terms withhold something, says what is masked, and tells by which terms', async () => {
    owner.withhold = true;
    const { pages, attached } = await paperOf('/documents/purchase-form/1');
    const text = pages.join('');
    expect(text).toMatch(/采样账号姓名Buyer〔不予提供·注(\d+)〕/);
    expect(text).toMatch(/x\*{8}w〔脱敏·注\d+〕/);
    expect(text).toContain('不予提供SHARING_NOT_IN_AUDIENCE');
    expect(text).toContain('monitoring-center：buyer（NOT_SHARED）');
    expect([text, attached['answer.json']].join('')).not.toMatch(/王小明|xiaoming/);
    // What is attached is the answer itself.
    expect(JSON.parse(attached['answer.json'] ?? '')).toMatchObject({ data: { purchase: { number: 'GY-2026-000017', buyerName: null } }, extensions: { sharing: { refused: expect.arrayContaining([expect.objectContaining({ coordinate: 'Purchase.buyerName', terms: 'buyer' })]) } } });
  });

  it('has a blank, too, for what the contract that is served lacks', async () => {
    const text = (await paperOf('/documents/purchase-form/1')).pages.join('');
    expect(text).toMatch(/发票号InvoiceNo.〔不予提供·注\d+〕/);
    expect(text).toContain('NOT_IN_CONTRACT');
  });

  it('goes over several pages with the head of its table on each, and loses no row', async () => {
    owner.purchase = { screenshots: Array.from({ length: 60 }, (_, n) => ({ name: `截屏-${n}.png`, hash: `sha-256:${String(n).padStart(64, '0')}`, size: 1_000 + n })) };
    const { pages } = await paperOf('/documents/purchase-form/1');
    const text = pages.join('');
    const ofTable = pages.filter((page) => page.includes('截屏-'));
    expect(ofTable.length).toBeGreaterThan(1);
    for (const page of ofTable) expect(page).toContain('内容摘要Hash');
    for (let n = 0; n < 60; n += 1) expect(text).toContain(`截屏-${n}.png`);
    expect(pages.at(-1)).toContain(`第${pages.length}页共${pages.length}页`);
  });

  it('writes a character that the font lacks as its code point, wraps long text, and shows no character that hides others', async () => {
    const long = '深圳市前海某某电子商务有限责任公司'.repeat(40);
    owner.purchase = { productName: `㙍𬭊𠮷😀\u202eabc`, shopName: long };
    const text = (await paperOf('/documents/purchase-form/1')).pages.join('');
    expect(text).toContain('㙍𬭊〔U+20BB7〕〔U+1F600〕abc');
    expect(text).toContain('本件以〔U+…〕写出字库所缺的字');
    expect(text).toContain(long);
  });

  it('bears a code that leads to what the hub signed of it, for anybody; and to nothing where it was changed', async () => {
    const { pages, attached, codeOn } = await paperOf('/documents/purchase-form/1');
    const address = await codeOn(pages.length);
    expect(address.startsWith(`${hub.url}/documents/check?s=`)).toBe(true);
    const told = await (await fetch(address, { headers: { accept: 'application/json' } })).json();
    const sha256 = createHash('sha256').update(attached['answer.json'] ?? '').digest('base64url');
    expect(told).toEqual({ genuine: true, statement: { kind: 'purchase-form', number: 'GY-2026-000017', says: '电热水壶；小满家电；O-1', state: '已购买', of: '2026-11-20T16:30:00Z', for: 'center', sha256 } });
    expect(await (await fetch(address)).text()).toContain('本件由本系统出具');
    const [head, payload = '', signature] = address.split('.').slice(-3);
    const changed = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('O-1', 'O-2')).toString('base64url');
    const forged = await fetch([address.slice(0, address.indexOf('?')), `?s=${head?.split('s=').at(-1)}.${changed}.${signature}`].join(''));
    expect([forged.status, (await forged.text()).includes('无法核实')]).toEqual([404, true]);
  });

  it.each([
    ['已签发；第 1 版', undefined, { state: 'ISSUED' }],
    ['已编制；第 1 版；未签发', '未签发', { state: 'PREPARED' }],
    ['已退回；第 2 版；未签发', '未签发', { state: 'RETURNED', version: 2 }],
    ['已作废；第 1 版', '已作废', { state: 'DISCARDED' }],
    ['已被取代；第 1 版；已被第 2 版取代', '已被第2版取代', { state: 'SUPERSEDED', supersededBy: { id: '2', number: 'QH-2', version: 2, state: 'ISSUED' } }],
  ])('of a report says by its code how it stands (%s), and bears on each page what it is not', async (state, mark, report) => {
    owner.report = report;
    const { pages, codeOn } = await paperOf('/documents/inspection-report/1');
    const address = await codeOn(pages.length);
    expect(await (await fetch(address, { headers: { accept: 'application/json' } })).json()).toMatchObject({ genuine: true, statement: { kind: 'inspection-report', state } });
    expect(await (await fetch(address)).text()).toContain(`<dt>状态 State</dt><dd>${state}</dd>`);
    const marked = pages.map((page) => /【(.+?)】检验报告/.exec(page)?.[1]);
    expect(marked).toEqual(pages.map(() => mark));
    expect(pages[0]?.match(/未签发|已作废|已被第2版取代/g)?.length ?? 0).toBeGreaterThanOrEqual(mark === undefined ? 0 : 2);
  });

  it('is refused with a code where there is none, where it is too long, and where a party asks too many at once', async () => {
    expect(await codeOf(ask('/documents/purchase-form/hidden'))).toEqual([404, 'DOCUMENT_UNKNOWN']);
    expect(await codeOf(ask('/documents/result-notice/1'))).toEqual([404, 'DOCUMENT_UNKNOWN']);
    expect(await codeOf(ask('/documents/poster/1'))).toEqual([404, 'DOCUMENT_KIND_UNKNOWN']);
    expect(await codeOf(ask('/documents/purchase-form/1,2'))).toEqual([400, 'DOCUMENT_LABELS_TOO_MANY']);
    expect(await codeOf(ask('/documents/purchase-form/1', { token: 'none' }))).toEqual([401, 'UNAUTHENTICATED']);
    expect(await codeOf(ask('/documents/purchase-form/1', { token: await mintServiceToken(hub.environment.dataDir, 'labs') }))).toEqual([401, 'UNAUTHENTICATED']);
    owner.purchase = { screenshots: Array.from({ length: 400 }, (_, n) => ({ name: `${n}.png`, hash: 'sha-256:0', size: n })) };
    expect(await codeOf(ask('/documents/purchase-form/1'))).toEqual([422, 'DOCUMENT_TOO_LARGE']);
    owner.purchase = {};
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const asked = new Promise<void>((resolve) => {
      owner.before = async () => (resolve(), answered);
    });
    const waiting = bytesOf('/documents/purchase-form/1');
    await asked;
    expect(await codeOf(ask('/documents/purchase-form/1'))).toEqual([429, 'DOCUMENTS_TOO_MANY']);
    answer();
    await waiting;
  });

  it('is none where its owner could not say something: what is not known now does not look like what is not there', async () => {
    owner.fails = true;
    expect(await codeOf(ask('/documents/purchase-form/1'))).toEqual([500, 'INTERNAL_SERVER_ERROR']);
  });
});

describe('labels', () => {
  it('are one a page for a roll, with the blind number alone on what goes to a lab, and a code that leads to the circulation form', async () => {
    const { pages, sizes, codeOn } = await paperOf('/documents/sample-label/1');
    expect(sizes).toEqual([[60, 40], [60, 40]]);
    expect(pages[0]).toMatch(/M-1.*电热水壶.*检验样/);
    expect(pages[0]).not.toMatch(/YP-1|小满|A-03/);
    expect(pages[1]).toMatch(/YP-1.*小满电热水壶.*A-03-2.*备样/);
    expect(await codeOn(1)).toBe(`${hub.url}/documents/sample-circulation-form/1`);
  });

  it('stand on sheets of three by eight for several samples, and a shelf’s says its place', async () => {
    const ids = Array.from({ length: 13 }, (_, n) => n + 1).join(',');
    const { pages, sizes } = await paperOf(`/documents/sample-label/${ids}?paper=a4`);
    expect(sizes).toEqual([[210, 297], [210, 297]]);
    expect(pages[0]?.match(/检验样|备样/g)).toHaveLength(24);
    expect(pages[1]).toMatch(/M-13.*YP-13/);
    expect(await (await paperOf('/documents/shelf-label/1')).codeOn(1)).toBe('A-03-2');
    expect(await codeOf(ask('/documents/shelf-label/unkept'))).toEqual([404, 'DOCUMENT_UNKNOWN']);
    expect(await codeOf(ask('/documents/sample-label/1,hidden'))).toEqual([404, 'DOCUMENT_UNKNOWN']);
    expect(await codeOf(ask(`/documents/sample-label/${Array.from({ length: 49 }, (_, n) => n).join(',')}`))).toEqual([400, 'DOCUMENT_LABELS_TOO_MANY']);
  });
});

it('every kind asks what the hub’s schema has, for a thirtieth of the standard cost at most', () => {
  const schema = buildSchema(supergraphSdl, { assumeValid: true });
  const limit = new CostLimit(standardLimits.LIMIT_COST, schema, supergraphSdl);
  for (const kind of documentKinds.values()) {
    const names = isLabelKind(kind) ? Array.from({ length: standardDocuments.DOCUMENT_LABELS }, (_, n) => `row${n}`) : [kind.root];
    const query = documentQuery(schema, kind, names);
    const document = parse(query?.text ?? '');
    const operation = getOperationAST(document);
    expect([kind.name, query?.absent, validate(schema, document)]).toEqual([kind.name, [], []]);
    expect([kind.name, operation && limit.costOf(document, operation, {}) <= standardLimits.LIMIT_COST / 30]).toEqual([kind.name, true]);
  }
});
