import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { demoIdentities } from '@hub/prisma/seed/demo-participants.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubOnClones, type HubOnClones } from './hub-on-clones.js';
import { runHub } from './start/run-hub.js';

const written = fileURLToPath(new URL('../../schema/sdl/labs', import.meta.url));
let library: HubOnClones;
let folder: string;
beforeAll(async () => {
  library = await hubOnClones();
  folder = await mkdtemp(join(tmpdir(), 'hub-steward-'));
}, 180_000);
afterAll(async () => {
  await library.close();
  await rm(folder, { recursive: true });
});

/** A command of the hub, by somebody. */
async function hub(asker: string, ...args: string[]) {
  const known = demoIdentities.find(({ name }) => name === asker.split(' ')[0]);
  const role = asker.split(' ')[1] ?? known?.defaultRole ?? '';
  const token = await mintUserToken(library.dataDir, { userId: `${known?.name}.1`, partyId: known?.partyId ?? '', role });
  return runHub(['schema', ...args, '--registry', library.hub.subgraphs.registry], { HUB_REGISTRY_TOKEN: token });
}

/** The schema of labs as its owner writes it, with a change. */
async function labsWith(name: string, change: { readonly file: string; readonly from: string; readonly to: string }): Promise<string> {
  const path = join(folder, name);
  await cp(written, path, { recursive: true });
  const text = await readFile(join(path, change.file), 'utf8');
  expect(text).toContain(change.from);
  await writeFile(join(path, change.file), text.replace(change.from, change.to));
  return path;
}

const lab = (identity: string) => library.ask({ identity }, '{ lab(id: "lab-1") { cnas { certificateNumber } scope { itemCode } } }');
const codes = async (identity: string) => (await lab(identity)).errors?.map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`) ?? [];
/** The version of its schema that labs enforces. */
const enforced = async () => ((await (await fetch(new URL('/health/schema', library.hub.subgraphs.labs))).json()) as { inForce: { version: number } | null }).inForce?.version;

describe('a data steward (5.4.3)', () => {
  let id: string;

  it('proposes to narrow, and is told who would read less, and whose it is to approve', async () => {
    expect(await codes('merchant-1')).toEqual(['lab.scope SHARING_NOT_IN_AUDIENCE']);
    const narrowed = await labsWith('narrowed', { file: 'lab.graphql', from: 'cnas: Accreditation', to: 'cnas: Accreditation @shared(terms: "labScope")' });
    const { code, stdout } = await hub('steward', 'propose', '收回认可证书', `labs=${narrowed}`, '--reason', '证书不再公开');
    expect(code).toBe(0);
    id = stdout.split(' ')[0] ?? '';
    expect(stdout).toMatch(/^\S+ {2}OPEN, NARROWED to approve {2}labs: 收回认可证书 \(steward\.1 of center\)\nWhy: 证书不再公开\n/);
    expect(stdout).toMatch(/error {3}NARROWED Lab\.cnas[^]*MERCHANT[^\n]*may not take back by himself \(5\.4\.3 a\)/);
  });

  it('cannot publish it, nor approve it himself, nor get round it', async () => {
    expect(await hub('steward', 'publish', '--proposal', id)).toMatchObject({ code: 1, stderr: expect.stringContaining('OPEN') as unknown });
    for (const other of ['steward', 'security', 'lab-1']) expect([other, (await hub(other, 'approve', id, 'NARROWED', '--reason', 'x')).code]).toEqual([other, 1]);
    expect(await hub('steward', 'publish', 'labs', join(folder, 'narrowed'), '--reason', 'at once')).toMatchObject({ code: 1, stdout: expect.stringContaining('nothing was published') as unknown });
  });

  it('hears what those say whom it concerns, and is refused by a regulator of the province', async () => {
    expect(await hub('platform-1', 'comment', id, '商家凭此选择检验机构')).toMatchObject({ code: 0, stdout: '收回认可证书: 1 comment.\n' });
    expect(await hub('regulator-province', 'reject', id, '--reason', '无法定依据')).toMatchObject({ code: 0 });
    const { stdout } = await hub('steward', 'proposals', id);
    expect(stdout).toMatch(/^\S+ {2}REJECTED /);
    expect(stdout).toContain('comment by platform-1.1 of platform-1: 商家凭此选择检验机构');
    expect(stdout).toContain('rejected by regulator-province.1 of regulator-province: 无法定依据');
    // Who is no reviewer learns the outcome: not who said what, and not what a rival says.
    const read = (await hub('lab-1', 'proposals', id)).stdout;
    expect(read).toContain('rejected by regulator-province: 无法定依据');
    expect(read).not.toMatch(/platform-1|商家凭此/);
    expect(await hub('regulator-province', 'approve', id, 'NARROWED', '--reason', 'x')).toMatchObject({ code: 1, stderr: expect.stringContaining('REJECTED') as unknown });
    expect(await codes('merchant-1')).toEqual(['lab.scope SHARING_NOT_IN_AUDIENCE']);
  });

  it('proposes to widen, has it approved by a security administrator, and publishes it: the subgraph takes it up, and it is read through the gateway', async () => {
    expect(await codes('platform-1')).toEqual(['lab.scope SHARING_NOT_IN_AUDIENCE']);
    const before = await enforced();
    const widened = await labsWith('widened', { file: 'terms.graphql', from: 'kinds: [REGULATOR, MONITORING_CENTER], basis: { kind: STATUTE, reference: "3.2 c" }', to: 'kinds: [REGULATOR, MONITORING_CENTER, PLATFORM, MERCHANT], basis: { kind: STATUTE, reference: "3.2 c" }' });
    const proposed = await hub('steward', 'propose', '公开能力附表', `labs=${widened}`, '--reason', '便于商家送检');
    expect(proposed.stdout).toMatch(/^\S+ {2}OPEN, WIDENED to approve/);
    id = proposed.stdout.split(' ')[0] ?? '';
    expect((await hub('regulator-province', 'approve', id, 'WIDENED', '--reason', 'x')).code).toBe(1);
    expect(await hub('security', 'approve', id, 'WIDENED', '--reason', '不涉敏感信息')).toMatchObject({ code: 0, stdout: '公开能力附表: WIDENED may pass; it may be published.\n' });
    expect(await codes('platform-1')).toEqual(['lab.scope SHARING_NOT_IN_AUDIENCE']);

    expect(await hub('steward', 'publish', '--proposal', id)).toMatchObject({ code: 0, stdout: `labs: version ${(before ?? 0) + 1} is in force.\n` });
    await eventually(enforced, (version) => version === (before ?? 0) + 1);
    await eventually(async () => (await hub('steward', 'running')).stdout, (told) => /^labs .* version 2 of labs/m.test(told) && /^gateway .* version 2 of supergraph \((told of usage last at|has told nothing of usage)[^;]+\)$/m.test(told));
    expect(await codes('platform-1')).toEqual([]);
    expect((await lab('platform-1')).data).toMatchObject({ lab: { scope: expect.any(Array) as unknown } });
    expect((await hub('steward', 'history', 'labs')).stdout).toMatch(/^ +2 {2}\S+ by steward\.1: 公开能力附表\n/);
    expect((await hub('steward', 'proposals', '--state', 'PUBLISHED')).stdout).toContain(id);
  });

  it('rolls it back, terms and all', async () => {
    expect(await hub('steward', 'rollback', 'labs', '--reason', '附表有误')).toMatchObject({ code: 0, stdout: 'labs: version 1 is in force again, as version 3.\n' });
    await eventually(enforced, (version) => version === 3);
    expect(await codes('platform-1')).toEqual(['lab.scope SHARING_NOT_IN_AUDIENCE']);
    expect(await hub('steward', 'publish', '--proposal', id)).toMatchObject({ code: 1, stderr: expect.stringContaining('PUBLISHED') as unknown });
  });
}, 240_000);
