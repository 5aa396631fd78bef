import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { checkTimedOut } from '@hub/registry/checking/check-timed-out.js';
import type { RegistryDatabase } from '@hub/registry/repository/database.js';
import { registryService } from '@hub/registry/service.js';
import { sdl as labsSdl } from '@hub/schema/generated/labs.js';
import { sdl as registrySdl } from '@hub/schema/generated/registry.js';
import { parse, print, visit } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHub } from './start/run-hub.js';

const written = fileURLToPath(new URL('../../schema/sdl/labs', import.meta.url));
/** Whether the registry gives up whatever it is to check, as where that takes too long. */
let givesUp = false;
const givingUp: typeof registryService = {
  ...registryService,
  contextOf: (...given) => {
    const { publishing, ...context } = registryService.contextOf(...given);
    return { ...context, publishing: { ...publishing, again: (error) => (givesUp ? Promise.reject(checkTimedOut(120_000)) : publishing.again(error)) } };
  },
};
let registry: SubgraphUnderTest<RegistryDatabase>;
let folder: string;
let token: string;
beforeAll(async () => {
  registry = await subgraphUnderTest(givingUp);
  folder = await mkdtemp(join(tmpdir(), 'hub-schemas-'));
  token = await registry.tokenOf('steward');
});
afterAll(async () => {
  await registry.close();
  await rm(folder, { recursive: true });
});

const hubBy = async (asker: Asker, ...args: string[]) => runHub(['schema', ...args, '--registry', registry.url], { HUB_REGISTRY_TOKEN: await registry.tokenOf(asker) });
const hub = (...args: string[]) => hubBy('steward', ...args);
async function file(name: string, sdl: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, sdl);
  return path;
}
const wider = (name: string) => `${labsSdl}\n\n"A value (取值, 5.4.3 c)" enum ${name} { A }\n`;

describe('hub schema', () => {
  it('checks what an owner has written, with named terms, against what is in force, and says so', async () => {
    const { code, stdout, stderr } = await hub('check', 'labs', written);
    // On a busy machine it says that it still waits.
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/^(The registry has been at it for \d+ s, and may take \d+ s\.\n)*$/) as unknown });
    expect(stdout).toMatch(/^labs: may be published after version 1; 0 errors, 0 warnings\. Check [0-9a-f-]{36}\.\n$/);
  });

  it('exits with 1 where a check is not green, with kind, place and owner of each finding', async () => {
    const narrowed = await file('narrowed.graphql', labsSdl.replaceAll('kinds: [LAB]', 'kinds: [LAB], mask: HASH'));
    const { code, stdout } = await hub('check', 'labs', narrowed);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^error {3}NARROWED \S+narrowed\.graphql:\d+ \(labs\)\n {8}.*masked HASH/m);
    expect(stdout).toMatch(/\nlabs: would be refused after version 1; \d+ errors, \d+ warnings\. Check \S+\n$/);
    const id = /Check (\S+)\.\n$/.exec(stdout)?.[1] ?? '';
    expect(await hub('approve', id, 'NARROWED', '--reason', 'x')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('not yours to approve') as unknown });
    expect(await hub('approve', id, 'LINT', '--reason', 'x')).toMatchObject({ code: 3 });
    const { code: same, stdout: json } = await hub('check', 'labs', narrowed, '--json');
    expect([same, JSON.parse(json)]).toEqual([1, expect.objectContaining({ status: 'REFUSED', baseVersion: 1 })]);
  });

  it('tells of what does not compose where it stands, and with which owners it does not go together', async () => {
    const clashing = await file('clashing.graphql', labsSdl.replace('hasNextPage: Boolean!', 'hasNextPage: String!'));
    const { code, stdout } = await hub('check', 'labs', clashing);
    expect([code, stdout]).toEqual([1, expect.stringMatching(/^error {3}COMPOSITION \S+clashing\.graphql:\d+ \((?=[^)]*labs)(?=[^)]*platforms)[^)]*\)\n {8}.*PageInfo\.hasNextPage/m) as unknown]);
  });

  it('publishes nothing that is not green, and what is green with the reason', async () => {
    const broken = await file('broken.graphql', labsSdl.replace('type Query', 'type Query2'));
    expect(await hub('publish', 'labs', broken, '--reason', 'a try')).toMatchObject({ code: 1, stdout: expect.stringContaining('nothing was published') as unknown });
    expect(await hub('publish', 'labs', await file('wider.graphql', wider('Wider')), '--reason', '新增取值')).toMatchObject({ code: 0, stdout: 'labs: version 2 is in force.\n' });
    const { stdout } = await hub('history', 'labs');
    expect(stdout.split('\n').map((line) => line.replace(/ \d{4}-\S+/, ''))).toEqual(['   2  by steward.1: 新增取值', '   1  by service:registry: It comes with the hub.', '']);
  });

  it('tells the difference between two versions in words', async () => {
    expect(await hub('diff', 'labs')).toMatchObject({ code: 0, stdout: 'labs, version 1 to 2:\n+ Wider\n+ Wider.A\n' });
  });

  it('brings the version before back, and goes on backwards when it is asked again', async () => {
    expect(await hub('publish', 'labs', await file('widest.graphql', `${wider('Wider')}"A value (取值, 5.4.3 c)" enum Widest { A }\n`), '--reason', '再增取值')).toMatchObject({ code: 0 });
    expect(await hub('rollback', 'labs', '--reason', '退回')).toMatchObject({ code: 0, stdout: 'labs: version 2 is in force again, as version 4.\n' });
    // What that takes from clients another steward approves: it undoes what was brought back, and no publication.
    expect(await hub('rollback', 'labs', '--reason', '再退回')).toMatchObject({ code: 1, stderr: expect.stringContaining('errors') as unknown });
    const id = /Check (\S+)\.\n$/.exec((await hub('check', 'labs', await file('first.graphql', labsSdl))).stdout)?.[1] ?? '';
    expect(await hubBy({ identity: 'steward', user: 2 }, 'approve', id, 'BREAKING', '--reason', '未启用')).toMatchObject({ code: 0 });
    expect(await hub('rollback', 'labs', '--reason', '再退回')).toMatchObject({ code: 0, stdout: 'labs: version 1 is in force again, as version 5.\n' });
    expect(await hub('promote', 'labs', '2', '--reason', '恢复')).toMatchObject({ code: 0, stdout: 'labs: version 2 is in force again, as version 6.\n' });
    expect(await hub('publish', '--all-built', '--reason', '升级')).toMatchObject({ code: 0, stdout: 'What comes with the hub is in force: version 7 of the supergraph.\n' });
  });

  it('lets a rule only warn for a time, lists such exceptions, and ends them', async () => {
    const bare = await file('bare.graphql', `${labsSdl}\n\nenum Bare { A }\n`);
    expect(await hub('check', 'labs', bare)).toMatchObject({ code: 1, stdout: expect.stringContaining('error   LINT') as unknown });
    const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    expect(await hub('except', 'labs', 'described-with-term', 'Bare', '--until', day, '--reason', '下月补齐')).toMatchObject({ code: 0, stdout: expect.stringContaining('described-with-term at Bare until') as unknown });
    expect(await hub('check', 'labs', bare)).toMatchObject({ code: 0, stdout: expect.stringMatching(/warning LINT[^]*Let pass: excepted until [^\n]*下月补齐 \(steward\.1 of center\)/) as unknown });
    const { stdout } = await hub('exceptions', 'labs');
    expect(await hub('exceptions', '--end', stdout.split(' ')[0] ?? '')).toMatchObject({ code: 0, stdout: expect.stringContaining(', ended ') as unknown });
    expect((await hub('check', 'labs', bare)).code).toBe(1);
    expect(await hub('except', 'labs', 'described-with-term', '--off', '--until', day, '--reason', '下月补齐')).toMatchObject({ code: 0, stdout: expect.stringContaining('described-with-term off at every place until') as unknown });
    expect(await hub('check', 'labs', bare)).toMatchObject({ code: 0, stdout: expect.not.stringContaining('LINT') as unknown });
    expect(await hub('except', 'labs', 'described-with-term', 'Bare', '--error', '--until', day, '--reason', '此处不得例外')).toMatchObject({ code: 0, stdout: expect.stringContaining('described-with-term an error at Bare until') as unknown });
    expect(await hub('check', 'labs', bare)).toMatchObject({ code: 1, stdout: expect.stringContaining('error   LINT') as unknown });
    for (const wrong of [['labs', 'described-with-term', '--off', '--error', '--until', day], ['labs', 'key-as-wide-as-fields', '--until', day], ['labs', 'described-with-term', '--until', 'soon'], ['labs', 'described-with-term']]) {
      expect((await hub('except', ...wrong, '--reason', 'x')).code, wrong.join(' ')).toBe(3);
    }
  });

  it('proposes a code list from a file, shows which codes would change, and publishes it once it is approved', async () => {
    const contentOf = async (listId: string) => {
      const { data } = await registry.ask<{ codeList: { current: { content: string } } }>('steward', `{ codeList(id: "${listId}") { current { content } } }`);
      return JSON.parse(data.codeList.current.content) as { codes: { code: string; validTo: string | null }[] };
    };
    const propose = async (listId: string, content: object, ...more: string[]) => hub('propose', '补充单位', '--code-list', `${listId}=${await file(`${listId}.json`, JSON.stringify(content))}`, '--reason', '标准更新', ...more);
    const units = await contentOf('units');
    const more = await propose('units', { codes: [...units.codes, { code: 'mol', zh: '摩尔', en: 'mole' }] });
    expect(more).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\S+ {2}APPROVED {2}units: 补充单位 \(steward\.1 of center\)\nWhy: 标准更新\n[^]*units would have the code mol \(mole\) more/) as unknown });
    const id = more.stdout.split(' ')[0] ?? '';
    expect((await hub('proposals', id)).stdout).toMatch(/units, after version 1:\n\+ mol "摩尔 \(mole\)"\n$/);
    expect(await hub('publish', '--proposal', id)).toMatchObject({ code: 0, stdout: 'units: version 2 is in force.\n' });

    const items = await contentOf('hazard-items');
    const ended = { codes: items.codes.map((entry) => (entry.code === 'SKIN' ? { ...entry, validTo: '2098-01-01' } : entry)) };
    const { stdout } = await propose('hazard-items', ended);
    expect(stdout).toMatch(/^\S+ {2}OPEN, CODE_ENDED to approve {2}hazard-items: /);
    const open = stdout.split(' ')[0] ?? '';
    expect((await hub('proposals', open)).stdout).toMatch(/hazard-items, after version 1:\n- SKIN ".+"\n\+ SKIN @valid\(until: "2098-01-01"\) ".+"\n$/);
    expect(await hub('publish', '--proposal', open)).toMatchObject({ code: 1, stderr: expect.stringContaining('OPEN') as unknown });
    expect(await hub('approve', open, 'CODE_ENDED', '--reason', '同意')).toMatchObject({ code: 1, stderr: expect.stringContaining('not yours to approve') as unknown });
    expect(await hub('reject', open, '--reason', '暂缓')).toMatchObject({ code: 0 });

    // What is no list, and a list that is as it was.
    for (const none of [{}, { codes: [{ code: 'A' }] }]) expect(await propose('units', none), JSON.stringify(none)).toMatchObject({ code: 3, stderr: expect.stringContaining('holds no code list') as unknown });
    expect(await hub('propose', 'x', '--code-list', 'units', '--reason', 'x')).toMatchObject({ code: 3, stderr: expect.stringContaining('units=units.json') as unknown });
    expect(await propose('hazard-items', items)).toMatchObject({ code: 1, stderr: expect.stringContaining('says all of that already') as unknown });
  });

  it('prints JSON alone where it is asked for, whichever the command, and exits as without', async () => {
    const asJson = async (asker: Asker, ...args: string[]) => {
      const { code, stdout } = await hubBy(asker, ...args, '--json');
      return [code, JSON.parse(stdout)] as const;
    };
    const json = (...args: string[]) => asJson('steward', ...args);
    const like = (part: object) => expect.objectContaining(part) as unknown;
    const listing = (part: object) => expect.arrayContaining([like(part)]) as unknown;
    const why = ['--reason', 'a test'];
    const [, [{ version: before }]] = (await json('history', 'labs')) as readonly [number, readonly [{ version: number }]];
    const at = (more: number) => like({ subgraph: 'labs', version: before + more });

    expect(await json('publish', 'labs', await file('told.graphql', wider('Told')), ...why)).toEqual([0, at(1)]);
    expect(await json('history', 'labs')).toEqual([0, listing({ subgraph: 'labs', version: before + 1, reason: 'a test', published: like({ userId: 'steward.1', partyId: 'center' }) })]);
    expect(await json('diff', 'labs')).toEqual([0, like({ subgraph: 'labs', from: before, to: before + 1, added: ['Told', 'Told.A'], removed: [], terms: [] })]);
    expect(await json('show', 'labs')).toEqual([0, like({ version: before + 1, sdl: expect.stringContaining('enum Told') as unknown })]);
    expect(await json('rollback', 'labs', ...why)).toEqual([0, at(2)]);
    expect(await json('promote', 'labs', String(before + 1), ...why)).toEqual([0, at(3)]);
    expect(await hub('publish', '--all-built', ...why)).toMatchObject({ code: 0 });
    expect(await json('retire', 'labs', String(before + 3), ...why)).toEqual([0, at(3)]);

    const narrowed = join(folder, 'narrowed.graphql');
    expect(await json('check', 'labs', narrowed)).toEqual([1, like({ status: 'REFUSED', findings: listing({ kind: 'NARROWED', severity: 'ERROR', owners: ['labs'] }) })]);
    expect(await json('publish', 'labs', narrowed, ...why)).toEqual([1, like({ status: 'REFUSED', baseVersion: before + 4 })]);
    const [proposed, { id }] = (await json('propose', 'a narrowing', `labs=${await file('proposed.graphql', labsSdl.replace(/( {2}cnas: Accreditation @sharing\([^\n]*?), MERCHANT\]/, '$1]'))}`, ...why)) as readonly [number, { id: string }];
    expect([proposed, await json('proposals')]).toEqual([0, [0, listing({ id, state: 'OPEN' })]]);
    expect(await json('comment', id, 'who reads it?')).toEqual([0, like({ id, comments: listing({ text: 'who reads it?' }) })]);
    expect(await asJson('regulator-province', 'approve', id, 'NARROWED', ...why)).toEqual([0, like({ id, approvals: listing({ kinds: ['NARROWED'] }) })]);
    expect(await json('reject', id, ...why)).toEqual([0, like({ id, state: 'REJECTED' })]);
    expect(await json('proposals', id)).toEqual([0, like({ id, texts: listing({ subgraph: 'labs' }) })]);

    const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const [, exception] = (await json('except', 'labs', 'list-is-bounded', ...why, '--until', until)) as readonly [number, { id: string }];
    expect(await json('exceptions', 'labs')).toEqual([0, listing({ id: exception.id, rule: 'list-is-bounded' })]);
    expect(await json('exceptions', '--end', exception.id)).toEqual([0, [like({ id: exception.id, endedAt: expect.any(String) as unknown })]]);
    expect(await json('explain', 'SchemaVersion.reason')).toEqual([0, like({ coordinate: 'SchemaVersion.reason', terms: like({ owner: 'registry', terms: 'schemaSteward' }) })]);
    expect(await json('running')).toEqual([0, listing({ service: 'registry', current: true })]);
    expect(await json('contracts')).toEqual([0, like({ contracts: listing({ variant: 'public' }) })]);
    expect(await json('usage', 'labs')).toEqual([0, like({ subgraph: 'labs', fields: listing({ coordinate: 'Lab.id', requests: 0 }) })]);
    const lint = await runHub(['schema', 'lint', await file('bare.graphql', `${labsSdl}\n\nenum Bare { A }\n`), '--subgraph', 'labs', '--json'], {});
    expect([lint.code, JSON.parse(lint.stdout)]).toEqual([1, [like({ kind: 'LINT', coordinate: 'Bare', code: 'described-with-term' })]]);
  });

  it('undoes a publication that takes from the registry what pages and commands ask it for, where no gateway runs', async () => {
    const lost = ['schemaVersions', 'schemaVersionAsOf', 'runningSchemas', 'promoteSchema', 'publishSchema'];
    const broken = await file('registry.graphql', print(visit(parse(registrySdl), { FieldDefinition: ({ name }) => (lost.includes(name.value) ? null : undefined) })));
    const refused = await hub('check', 'registry', broken);
    const id = /Check (\S+)\.\n$/.exec(refused.stdout)?.[1] ?? '';
    expect(refused).toMatchObject({ code: 1, stdout: expect.stringMatching(/error {3}BREAKING [^]*Mutation\.publishSchema was removed[^]*Query\.schemaVersions was removed/) as unknown });
    expect(await hubBy({ identity: 'steward', user: 2 }, 'approve', id, 'BREAKING', '--reason', '误批')).toMatchObject({ code: 0 });
    expect(await hubBy('regulator-province', 'approve', id, 'NARROWED', '--reason', '误批')).toMatchObject({ code: 0 });
    expect(await hub('publish', 'registry', broken, '--reason', '误发')).toMatchObject({ code: 0 });
    const asked = () => registry.ask('steward', '{ schemaVersions(first: 1) { totalCount } runningSchemas { service } }');
    const coded = ({ errors = [] }: Awaited<ReturnType<typeof asked>>) => errors.map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`).sort();
    const closed = ['runningSchemas SHARING_NO_TERMS', 'schemaVersions SHARING_NO_TERMS'];
    expect(coded(await eventually(asked, (answer) => coded(answer).length === 2))).toEqual(closed);
    // Whoever may undo it sees what there is, and nobody else does.
    expect((await hub('history', 'registry')).stdout).toMatch(/^ +\d+ {2}\S+ by steward\.1: 误发\n/);
    expect((await hub('diff', 'registry')).stdout).toContain('- Query.schemaVersions');
    expect(await hub('running')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^registry .*its code differs at \d+ coordinates/m) as unknown });
    expect(await hubBy('lab-1', 'history', 'registry')).toMatchObject({ code: 1, stderr: expect.stringContaining('terms') as unknown });
    expect(await hub('rollback', 'registry', '--reason', '撤回')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^registry: version \d+ is in force again, as version \d+\.\n$/) as unknown });
    expect((await eventually(asked, ({ errors }) => errors === undefined)).data).toMatchObject({ runningSchemas: [{ service: 'registry' }] });
  });

  it('explains on which terms a field and an act are open', async () => {
    const field = await hub('explain', 'SchemaVersion.reason');
    expect(field.stdout).toBe('SchemaVersion.reason, of registry, on the terms schemaSteward (UNCONDITIONAL):\n  MONITORING_CENTER DATA_STEWARD/AUDITOR, all rows, on 5.4.3 c\n');
    expect((await hub('explain', 'Mutation.publishSchema')).stdout).toContain('MONITORING_CENTER DATA_STEWARD');
    expect(await hub('explain', 'Nothing.here')).toMatchObject({ code: 3, stderr: expect.stringContaining('no terms') as unknown });
  });

  it('lints without a hub', async () => {
    const lint = (path: string) => runHub(['schema', 'lint', path, '--subgraph', 'labs'], {});
    expect(await lint(written)).toMatchObject({ code: 0, stdout: 'labs: 0 errors, 0 warnings.\n' });
    const undescribed = await file('undescribed.graphql', labsSdl.replace(/"[^"]*"\ntype CommissionAcceptance/, 'type CommissionAcceptance'));
    expect(await lint(undescribed)).toMatchObject({ code: 1, stdout: expect.stringContaining('undescribed.graphql:') as unknown });

    const exception = { id: 'a', subgraph: 'labs', rule: 'described-with-term', coordinate: 'CommissionAcceptance', severity: 'WARNING', reason: 'named next year', until: new Date(Date.now() + 86_400_000).toISOString(), endedAt: null };
    const excepted = async (given: object) => runHub(['schema', 'lint', undescribed, '--subgraph', 'labs', '--exceptions', await file('exceptions.json', JSON.stringify([{ ...exception, ...given }]))], {});
    expect(await excepted({})).toMatchObject({ code: 0, stdout: expect.stringMatching(/named next year[^]*labs: 0 errors, 1 warnings/) as unknown });
    expect(await excepted({ severity: 'OFF' })).toMatchObject({ code: 0, stdout: 'labs: 0 errors, 0 warnings.\n' });
    for (const over of [{ endedAt: '2026-01-01T00:00:00Z' }, { until: '2026-01-01T00:00:00Z' }, { coordinate: 'Lab' }, { subgraph: 'platforms' }]) expect((await excepted(over)).code, JSON.stringify(over)).toBe(1);
    for (const wrong of [{ rule: 'every-field-has-terms' }, { until: 'next year' }]) expect(await excepted(wrong), JSON.stringify(wrong)).toMatchObject({ code: 3, stderr: expect.stringContaining('exceptions.json') as unknown });
  });

  it('is done by an owner’s build under a token for its subgraph alone', async () => {
    const issued = await fetch(new URL('/registry/tokens', registry.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ subgraph: 'labs', name: 'CI', expiresAt: new Date(Date.now() + 86_400_000).toISOString() }),
    });
    const { token: own } = (await issued.json()) as { token: string };
    const build = (...args: string[]) => runHub(['schema', ...args, '--registry', registry.url], { HUB_REGISTRY_TOKEN: own });
    const next = await file('by-build.graphql', wider('ByBuild'));
    expect((await build('check', 'labs', written)).code).toBe(0);
    expect(await build('publish', 'labs', next, '--reason', 'CI')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^labs: version \d+ is in force\.\n$/) as unknown });
    expect((await build('history', 'labs')).stdout).toMatch(/^ +\d+ {2}\S+ by registry-token:\S+: CI\n/);
    const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const platforms = fileURLToPath(new URL('../../schema/sdl/platforms', import.meta.url));
    for (const beyond of [['check', 'platforms', platforms], ['publish', 'platforms', platforms, '--reason', 'x'], ['rollback', 'labs', '--reason', 'x'], ['except', 'labs', 'list-is-bounded', '--until', until, '--reason', 'x']]) {
      expect(await build(...beyond), beyond.join(' ')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('labs') as unknown });
    }
  });

  it('exits with 2 where a check takes too long, of whatever is checked, and nothing is published', async () => {
    const before = (await hub('history', 'labs')).stdout;
    const late = await file('late.graphql', wider('Late'));
    givesUp = true;
    for (const command of [['check', 'labs', late], ['publish', 'labs', late, '--reason', 'x'], ['propose', 'x', `labs=${late}`, '--reason', 'x']]) {
      expect(await hub(...command), command.join(' ')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('given up after 120 seconds') as unknown });
    }
    expect(await hub('check', 'labs', late, '--json')).toMatchObject({ code: 2, stdout: expect.stringContaining('given up after 120 seconds') as unknown });
    givesUp = false;
    expect((await hub('history', 'labs')).stdout).toBe(before);
  });

  it('exits with 2 where the registry is away, and with 3 for wrong input', async () => {
    const away = await runHub(['schema', 'history', 'labs', '--registry', 'http://127.0.0.1:9', '--token', 'x'], {});
    expect(away).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('does not answer') as unknown });
    const unreadable = await file('unreadable.graphql', 'type Query {\n  a: }');
    for (const wrong of [['check', 'labs', '/nowhere'], ['check', 'labs', unreadable], ['check', 'labs'], ['publish', 'labs', written], ['promote', 'labs', 'first', '--reason', 'x'], ['promote', 'labs', '99', '--reason', 'x'], ['--wrong']]) {
      expect(await hub(...wrong), wrong.join(' ')).toMatchObject({ code: 3, stdout: '', stderr: expect.stringMatching(/\S/) as unknown });
    }
    expect((await hub('check', 'labs', unreadable)).stderr).toContain('unreadable.graphql:2');
    const nosuch = { code: 3, stdout: '', stderr: expect.stringMatching(/^There is no .*nosuch/) as unknown };
    for (const list of ['history', 'exceptions', 'usage']) expect(await hub(list, 'nosuch'), list).toMatchObject(nosuch);
    expect(await runHub(['schema', 'lint', written, '--subgraph', 'nosuch'], {})).toMatchObject(nosuch);
    // A folder in a folder is no file of it, and what is there and leads nowhere cannot be read.
    const [holding, dangling] = [join(folder, 'holding'), join(folder, 'dangling')];
    await mkdir(join(holding, 'inner.graphql'), { recursive: true });
    expect(await hub('check', 'labs', holding)).toMatchObject({ code: 3, stderr: expect.stringContaining('has no file that ends in .graphql') as unknown });
    await mkdir(dangling);
    await symlink(join(folder, 'nowhere'), join(dangling, 'labs.graphql'));
    expect(await hub('check', 'labs', dangling)).toMatchObject({ code: 3, stderr: expect.stringMatching(/^\S+labs\.graphql cannot be read \(ENOENT\)/) as unknown });
    const wrong = await hub('promote', 'labs', '99', '--reason', 'x', '--json');
    expect([wrong.code, JSON.parse(wrong.stdout)]).toEqual([3, { error: { code: null, message: expect.stringContaining('no version 99 of labs') as unknown } }]);
    const late = await hub('approve', 'nosuch', 'NARROWED', '--reason', 'x', '--json');
    expect([late.code, JSON.parse(late.stdout)]).toEqual([1, { error: { code: 'NOT_FOUND', message: expect.any(String) as unknown } }]);
    expect(await runHub(['schema', 'check', 'labs', written, '--registry', registry.url, '--token', 'no.token'], {})).toMatchObject({ code: 1 });
  });
}, 240_000);

describe('hub operations', () => {
  const operations = (...args: string[]) => runHub(['operations', ...args, '--registry', registry.url], { HUB_REGISTRY_TOKEN: token });

  it('registers those of a manifest or a file, lists them, and retires them with a reason', async () => {
    const body = 'query Labs { labs(first: 1) { totalCount } }';
    const manifest = await file('manifest.json', JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations: [{ id: 'a', name: 'Labs', type: 'query', body }] }));
    expect(await operations('register', 'desk', manifest, '--safelist')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^[0-9a-f]{64} {2}desk: Labs \(a\), on the list of the gateways\n$/) as unknown });
    const relay = await file('relay.json', JSON.stringify({ 'md5-of-relay': 'query Relay { labs(first: 1) { totalCount } }' }));
    expect(await operations('register', 'web', relay)).toMatchObject({ code: 0, stdout: expect.stringMatching(/ {2}web: Relay \(md5-of-relay\)\n$/) as unknown });
    const one = await file('one.graphql', 'query One { labs(first: 1) { totalCount } }');
    expect(await operations('register', 'app', one)).toMatchObject({ code: 0, stdout: expect.stringMatching(/ {2}app: One\n$/) as unknown });
    const { stdout } = await operations('list');
    expect(stdout.split('\n').map((line) => line.slice(66))).toEqual(['app: One', 'web: Relay (md5-of-relay)', 'desk: Labs (a), on the list of the gateways', '']);
    const id = stdout.split(' ')[0] ?? '';
    expect(await operations('retire', id, '--reason', 'the app is gone')).toMatchObject({ code: 0, stdout: expect.stringContaining(': the app is gone') as unknown });
    expect(await operations('list', 'app')).toMatchObject({ stdout: expect.stringContaining('app: One, retired') as unknown });
  });

  it('exits with 3 for what is no manifest or no operation, and without a reason', async () => {
    const broken = await file('broken.json', '{');
    const nameless = await file('nameless.graphql', '{ labs(first: 1) { totalCount } }');
    for (const wrong of [['register', 'desk', broken], ['register', 'desk', nameless], ['register', 'desk', join(folder, 'none.graphql')], ['retire', 'a']]) {
      expect((await operations(...wrong)).code, wrong.join(' ')).toBe(3);
    }
  });
});
