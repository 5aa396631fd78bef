import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { performAct } from '../src/asking/perform-act.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../src/asking/asked-hub.js';
import { thread } from '../src/thread/thread.js';
import { threadState } from '../src/thread/thread-state.js';
import { takeThreadStep } from '../src/thread/thread-step.js';
import { hubOnClones, type HubOnClones } from './hub-on-clones.js';
import { runHub } from './start/run-hub.js';

const page = await readFile(fileURLToPath(new URL('../../gateway/docs/reports.md', import.meta.url)), 'utf8');
const query = /```graphql\n(query ReportFile[^]*?)```/.exec(page)?.[1] ?? '';
const center: Asker = { identity: 'center', role: 'ANALYST' };
const signatory: Asker = { identity: 'lab-1', role: 'SIGNATORY', user: 3 };
const state = threadState('verify');

interface File {
  data: { inspectionReport: Record<string, unknown> & { signature: string; number: string; signingKey: Record<string, unknown>; centerReceipt: { statement: string; signature: string } } };
}

let hub: HubOnClones;
let folder: string;
let file: File;
beforeAll(async () => {
  hub = await hubOnClones();
  folder = await mkdtemp(join(tmpdir(), 'hub-reports-'));
  for (const step of thread.slice(0, thread.findIndex(({ act }) => act === 'compileMonitoringData'))) await takeThreadStep(hub, step, state);
  file = await asked();
}, 180_000);
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true, force: true });
});

/** The answer to the query of the page, once the centre has received the report. */
function asked(id = state.inspectionReportIds[0]): Promise<File> {
  return eventually(async () => (await hub.ask(center, query, { id })) as unknown as File, ({ data }) => data.inspectionReport?.centerReceipt != null);
}
const keysAt = async (path: string) => (await (await request(`${hub.hub.url}${path}`)).body.json()) as { keys: Record<string, unknown>[] };

/** Verifies a file, as it is or changed. */
async function verify(change: (report: File['data']['inspectionReport']) => object = () => ({}), ...options: string[]) {
  const report = { ...file.data.inspectionReport, ...change(file.data.inspectionReport) };
  const path = join(folder, 'report.json');
  await writeFile(path, JSON.stringify({ data: { inspectionReport: report } }));
  const { code, stdout, stderr } = await runHub(['report', 'verify', path, '--json', ...options]);
  expect(stderr).toBe('');
  const { valid, findings, receipt } = JSON.parse(stdout) as { valid: boolean; findings: { kind: string }[]; receipt: { kind: string } };
  return { code, valid, found: findings.map(({ kind }) => kind), receipt: receipt.kind };
}
const valid = { code: 0, valid: true, found: [], receipt: 'GENUINE' };
const invalid = (...found: string[]) => expect.objectContaining({ code: 1, valid: false, found });
const changed = (text: string) => `${text.slice(0, -2)}${text.at(-2) === 'A' ? 'B' : 'A'}${text.slice(-1)}`;

describe('hub report verify', () => {
  it('says of a good report who signed it, when, with which key, and when the centre received it', async () => {
    const path = join(folder, 'as-it-came.json');
    await writeFile(path, JSON.stringify(file));
    const { code, stdout, stderr } = await runHub(['report', 'verify', path]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Report ${file.data.inspectionReport.number}, version 1, of lab-1 is valid\\.\n  Signed on 20.* by a signatory of lab-1 with the key [\\w-]{43}\\. The key is in force\\.\n  Received by center on 20.*\n  The file knows of no newer version\\.\n.*--keys`));
  }, 60_000);

  it('takes the keys that are given instead of those in the file: of a hub, or of files', async () => {
    expect(await verify(undefined, '--keys', hub.hub.url)).toEqual(valid);
    const kept = join(folder, 'keys.json');
    await writeFile(kept, JSON.stringify(await keysAt('/.well-known/report-keys.json')));
    expect(await verify(undefined, '--keys', kept)).toEqual({ ...valid, receipt: 'UNKNOWN_KEY' });
    await writeFile(kept, JSON.stringify({ keys: [] }));
    expect(await verify(undefined, '--keys', kept)).toEqual(invalid('KEY_UNKNOWN'));
  }, 60_000);

  it('finds content or signature altered, a foreign key, and a file that says otherwise than what was signed', async () => {
    const passed = ({ signature }: { signature: string }) => {
      const [header, payload = '', value] = signature.split('.');
      return [header, Buffer.from(Buffer.from(payload, 'base64url').toString().replace('0.91', '0.19')).toString('base64url'), value].join('.');
    };
    expect(await verify((report) => ({ signature: passed(report) }))).toEqual(invalid('SIGNATURE_WRONG'));
    expect(await verify(({ signature }) => ({ signature: changed(signature) }))).toEqual(invalid('SIGNATURE_WRONG'));
    const { signature: another } = (await asked(state.inspectionReportIds[1])).data.inspectionReport;
    expect((await verify(() => ({ signature: another }))).found).toContain('FILE_DIFFERS');
    expect(await verify(() => ({ number: 'QH-0' }))).toEqual(invalid('FILE_DIFFERS'));
    const { keys } = await keysAt('/.well-known/receipt-keys.json');
    expect(await verify(({ signingKey }) => ({ signingKey: { ...signingKey, publicJwk: JSON.stringify({ ...keys[0], kid: signingKey['id'] }) } }))).toEqual(invalid('SIGNATURE_WRONG'));
    expect(await verify(({ signingKey }) => ({ signingKey: { ...signingKey, lab: { id: 'lab-2' } } }))).toEqual(invalid('KEY_OF_ANOTHER_LAB'));
  }, 60_000);

  it('gives a verdict on whatever stands in the place of a signature, a key or a receipt', async () => {
    const encoded = (text: string) => Buffer.from(text).toString('base64url');
    const [, payload, value] = file.data.inspectionReport.signature.split('.');
    for (const signature of ['', 'no signature', 'a.b.c', `${encoded('null')}.${payload}.${value}`, `${encoded('{"alg":"none"}')}.${payload}.`]) expect(await verify(() => ({ signature })), signature).toEqual(invalid('NO_REPORT'));
    for (const publicJwk of ['no JSON', 'null', '{}', '{"kty":"EC","kid":"another"}']) {
      expect(await verify(({ signingKey }) => ({ signingKey: { ...signingKey, publicJwk } })), publicJwk).toEqual(invalid('KEY_UNKNOWN'));
      expect(await verify(({ centerReceipt }) => ({ centerReceipt: { ...centerReceipt, publicJwk } })), publicJwk).toEqual({ ...valid, receipt: 'UNKNOWN_KEY' });
    }
    expect(await verify(({ centerReceipt }) => ({ centerReceipt: { ...centerReceipt, signature: 'none' } }))).toEqual({ ...valid, receipt: 'UNKNOWN_KEY' });
    expect(await verify(({ centerReceipt }) => ({ centerReceipt: { ...centerReceipt, statement: 'null' } }))).toEqual(invalid('RECEIPT_WRONG'));
  }, 60_000);

  it('finds a receipt that is none of the centre’s, or of another report', async () => {
    expect(await verify(({ centerReceipt }) => ({ centerReceipt: { ...centerReceipt, signature: changed(centerReceipt.signature) } }))).toEqual(invalid('RECEIPT_WRONG'));
    const older = ({ statement }: { statement: string }) => statement.replace(/"receivedAt":"20\d\d/, '"receivedAt":"2019');
    expect(await verify(({ centerReceipt }) => ({ centerReceipt: { ...centerReceipt, statement: older(centerReceipt) } }))).toEqual(invalid('RECEIPT_WRONG'));
    const { centerReceipt: another } = (await asked(state.inspectionReportIds[1])).data.inspectionReport;
    expect(await verify(() => ({ centerReceipt: another }))).toEqual(invalid('RECEIPT_WRONG'));
  }, 60_000);

  it('tells a key revoked before the receipt from one revoked after, and what was signed outside a key’s life', async () => {
    const key = (life: object) => verify(({ signingKey }) => ({ signingKey: { ...signingKey, ...life } }));
    const before = { state: 'REVOKED', revokedAt: '2020-01-01T00:00:00+08:00', revocationReason: 'COMPROMISED' };
    expect(await key(before)).toEqual(invalid('KEY_REVOKED'));
    expect(await verify(({ signingKey }) => ({ signingKey: { ...signingKey, ...before, revokedAt: '2098-01-01T00:00:00Z' }, centerReceipt: null }))).toEqual(invalid('KEY_REVOKED'));
    expect(await key({ ...before, revokedAt: '2098-01-01T00:00:00Z' })).toEqual(valid);
    expect(await key({ state: 'ROTATED', signsUntil: '2098-01-01T00:00:00Z' })).toEqual(valid);
    expect(await key({ state: 'ROTATED', signsUntil: '2020-01-01T00:00:00Z' })).toEqual(invalid('SIGNED_AFTER_ROTATION'));
    expect(await key({ issuedAt: '2098-01-01T00:00:00Z' })).toEqual(invalid('SIGNED_BEFORE_KEY'));
  }, 60_000);

  it('says that a report stays valid whose key was rotated, then revoked, after the centre had received it', async () => {
    const [issued] = await performAct(hub, signatory, 'issueSigningKey', [{ idempotencyKey: 'new', overlap: 'P1D' }], { selection: 'value { id }' });
    expect(issued?.value).not.toBeNull();
    file = await asked();
    expect(file.data.inspectionReport.signingKey).toMatchObject({ state: 'ROTATED' });
    expect(await verify(undefined, '--keys', hub.hub.url)).toEqual(valid);
    await performAct(hub, signatory, 'revokeSigningKey', [{ idempotencyKey: 'gone', keyId: file.data.inspectionReport.signingKey['id'], reason: 'COMPROMISED' }], { selection: 'value { id }' });
    file = await asked();
    expect(file.data.inspectionReport.signingKey).toMatchObject({ state: 'REVOKED', revocationReason: 'COMPROMISED' });
    expect(await verify()).toEqual(valid);
    expect(await verify(undefined, '--keys', hub.hub.url)).toEqual(valid);
  }, 60_000);

  it('tells wrong input from a report that is not valid', async () => {
    const path = join(folder, 'wrong.json');
    const wrong = async (content: string, ...options: string[]) => {
      await writeFile(path, content);
      return runHub(['report', 'verify', path, ...options]);
    };
    const refused = { code: 3, stdout: '', stderr: expect.stringMatching(/\S/) };
    for (const content of ['no JSON', '{}', '{"data":{"inspectionReport":null}}', '{"data":{"inspectionReport":{"id":"1"}}}']) expect(await wrong(content), content).toMatchObject(refused);
    for (const keys of ['/nowhere', 'http://127.0.0.1:1', path]) expect(await wrong(JSON.stringify(file), '--keys', keys), keys).toMatchObject(refused);
    expect(await runHub(['report', 'verify'])).toMatchObject(refused);
    expect(await runHub(['report', 'verify', '/nowhere'])).toMatchObject(refused);
  }, 60_000);
});
