import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../../../scripts/src/asking/asked-hub.js';
import { fetchExport } from '@hub/client/exports/fetch-export.js';
import { HubExports } from '@hub/client/exports/hub-exports.js';
import { runHub } from '../../../scripts/test/start/run-hub.js';
import { readWorkbook } from '../exports/read-workbook.js';
import { JourneyHub } from './journey-hub.js';

const province: Asker = { identity: 'regulator-province' };
const city: Asker = { identity: 'regulator-city' };
const steward: Asker = { identity: 'steward' };

let hub: JourneyHub;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-exported-'));
  hub = await JourneyHub.start({ separate: false });
  await hub.ready();
}, 180_000);
afterAll(async () => {
  await hub?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const exportsOf = (asker: Asker, purpose?: string) => new HubExports({ url: hub.url, token: () => hub.token(asker), purpose });
const linesOf = async (file: string) => (await readFile(file, 'utf8')).split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, never>);
async function act<Value>(asker: Asker, name: string, item: object, selection: string): Promise<Value> {
  const mutation = `mutation ($items: [${name[0]?.toUpperCase()}${name.slice(1)}Input!]!) { ${name}(items: $items) { outcomes { value { ${selection} } refusal { code message } } } }`;
  const { data, errors } = await hub.ask(asker, mutation, { items: [{ idempotencyKey: randomUUID(), ...item }] });
  const [outcome] = (data?.[name] as unknown as { outcomes: { value: Value; refusal: unknown }[] } | null)?.outcomes ?? [];
  expect({ errors, refusal: outcome?.refusal }).toEqual({ errors: undefined, refusal: null });
  return outcome?.value as Value;
}

describe('a list of the hub', () => {
  const request = { list: 'shops', format: 'xlsx', fields: ['id', 'listingsOnSale', 'merchant.contactPhone', 'platform.id'] };

  it('gives a platform its figures, and a regulator the same rows with the reason why they are withheld', async () => {
    const [ofPlatform, ofProvince] = [join(folder, 'platform.xlsx'), join(folder, 'province.xlsx')];
    await fetchExport({ hub: exportsOf({ identity: 'platform-1' }), request, file: ofPlatform });
    await fetchExport({ hub: exportsOf(province), request, file: ofProvince });
    const [heading, ...own] = await readWorkbook(await readFile(ofPlatform));
    const [, ...seen] = await readWorkbook(await readFile(ofProvince));
    expect(heading).toEqual([...request.fields, '_sharing']);
    expect(own.length > 0 && own.every(([, onSale]) => typeof onSale === 'number')).toBe(true);
    expect(seen.length).toBeGreaterThan(own.length);
    expect(seen.every(([, onSale, , , why]) => onSale === null && String(why).includes('listingsOnSale SHARING_NEEDS_GRANT'))).toBe(true);
    const manifest = JSON.parse(await readFile(`${ofProvince}.manifest.json`, 'utf8')) as { terms: object[]; sharing: { refused: object[] } };
    expect(manifest.terms).toContainEqual(expect.objectContaining({ coordinate: 'Shop.listingsOnSale', owner: 'platforms', terms: 'shopBusiness', audience: expect.any(Array) }));
    expect(manifest.sharing.refused).toContainEqual(expect.objectContaining({ coordinate: 'Shop.listingsOnSale', code: 'SHARING_NEEDS_GRANT' }));
  });

  it('leaves a trace of its reads with its owner, under its name', async () => {
    const { id } = await fetchExport({ hub: exportsOf(province), request, file: join(folder, 'read.xlsx') });
    const query = 'query ($request: String) { accessRecords(first: 10, filter: { request: $request }) { nodes { owner partyId request refused { coordinate } } } }';
    const read = await eventually(
      async () => (await hub.ask({ identity: 'auditor' }, query, { request: `export-${id}` })).data?.['accessRecords'] as unknown as { nodes: { owner: string; partyId: string; refused: object[] }[] } | undefined,
      (records) => records?.nodes.some(({ owner }) => owner === 'platforms') ?? false,
    );
    expect(read?.nodes[0]).toMatchObject({ owner: 'platforms', partyId: 'regulator-province' });
  });
});

describe('a list that a gateway is killed in', () => {
  const request = { list: 'riskInformationList', format: 'jsonl', fields: ['id', 'sourceText', 'productName'], pageSize: 50 };

  it('goes on when it is back, to the same file; and what was withdrawn meanwhile is in no row behind', async () => {
    const { requests } = await act<{ requests: { id: string }[] }>(city, 'requestSharing', { fields: ['RiskInformation.sourceText'], holderIds: ['center'], purpose: 'SUPERVISION', until: new Date(Date.now() + 20 * 86_400_000).toISOString() }, 'requests { id }');
    const { grants } = await act<{ grants: { id: string }[] }>(steward, 'grantSharing', { requestId: requests[0]?.id }, 'grants { id }');
    const granted = join(folder, 'granted.jsonl');
    await eventually(
      async () => {
        await fetchExport({ hub: exportsOf(city, 'SUPERVISION'), request: { ...request, filter: { productName: 'kettle' } }, file: granted });
        return linesOf(granted);
      },
      (rows) => rows.length > 0 && rows.every(({ _sharing }) => _sharing === undefined),
    );

    const file = join(folder, 'killed.jsonl');
    const patience = { times: 1, wait: 10 };
    const broken = fetchExport({ hub: exportsOf(city, 'SUPERVISION'), request, file, patience }).catch((error: unknown) => error);
    await eventually(() => stat(`${file}.part`).then(({ size }) => size, () => 0), (size) => size > 0);
    await hub.kill();
    expect(await broken).toBeInstanceOf(Error);
    await hub.restart();
    await hub.ready();
    const before = (await readFile(`${file}.part`, 'utf8')).split('\n').length - 1;
    await act(steward, 'withdrawSharing', { grantId: grants[0]?.id, reason: '核查已结束' }, 'state');
    const told = await eventually(
      async () => (await hub.ask(city, '{ riskInformationList(first: 1) { nodes { sourceText } } }', {}, { 'x-hub-purpose': 'SUPERVISION' })).errors?.[0]?.extensions['code'],
      (code) => code === 'SHARING_NEEDS_GRANT',
    );
    expect(told).toBe('SHARING_NEEDS_GRANT');

    await fetchExport({ hub: exportsOf(city, 'SUPERVISION'), request, file });
    const rows = await linesOf(file);
    const total = await fetchExport({ hub: exportsOf(city, 'SUPERVISION'), request: { ...request, fields: ['id'] }, file: join(folder, 'ids.jsonl') });
    expect(rows.map(({ id }) => id)).toEqual((await linesOf(join(folder, 'ids.jsonl'))).map(({ id }) => id));
    expect(total.rows).toBe(rows.length);
    expect(before).toBeLessThan(rows.length);
    expect(rows[0]).not.toHaveProperty('_sharing');
    expect(rows.slice(before + 1).every(({ sourceText }) => sourceText === null)).toBe(true);
    expect(rows.at(-1)).toMatchObject({ _sharing: { refused: { sourceText: 'SHARING_NEEDS_GRANT' } } });
  }, 180_000);
});

describe('hub export', () => {
  it('writes what it is told to, and its twin checks it: with 0 where it is whole, and 1 where it was changed', async () => {
    const file = join(folder, 'named.csv');
    const variables = { HUB_DATA_DIR: hub.dataDir };
    const written = await runHub(['export', 'riskInformationList', '--as', 'center', '--out', file, '--fields', 'id,productName', '--filter', '{"hasInjuries":true}'], variables);
    expect(written).toMatchObject({ code: 0, stdout: expect.stringMatching(/named\.csv: \d+ rows/) });
    expect(await runHub(['export', 'verify', file, '--keys', hub.url], variables)).toMatchObject({ code: 0, stdout: expect.stringContaining('is whole') });
    await writeFile(file, (await readFile(file, 'utf8')).replace('id,', 'di,'));
    expect(await runHub(['export', 'verify', file], variables)).toMatchObject({ code: 1, stdout: expect.stringContaining('are not what the hub gave') });
    expect(await runHub(['export', 'nothing', '--as', 'center', '--out', file], variables)).toMatchObject({ code: 1, stderr: expect.stringContaining('EXPORT_LIST_UNKNOWN') });
    expect(await runHub(['export', 'shops', '--as', 'center', '--out', 'shops.pdf'], variables)).toMatchObject({ code: 3 });
  }, 60_000);
});
