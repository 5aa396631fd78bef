import { join } from 'node:path';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { signDetached } from '@hub/kernel/identity/detached-signature.js';
import { keyFile } from '@hub/kernel/identity/key-file.js';
import { attestedText } from '@hub/kernel/terms-in-force/attested-text.js';
import { auditEntries } from '@hub/kernel/testing/audit-entries.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { sdl } from '@hub/schema/generated/labs.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labsUnderTest, type LabsUnderTest } from './labs-under-test.js';

let hub: LabsUnderTest;
const key = () => keyFile(join(hub.environment.dataDir, 'played-registry-key.json'));
beforeAll(async () => {
  hub = await labsUnderTest();
  await key().create();
  hub.others.serveKeys(await key().jwks());
});
afterAll(() => hub.close());

let version = 0;
interface Published {
  readonly subgraph?: string;
  readonly version?: number;
  readonly attestedAs?: { readonly subgraph: string; readonly version: number };
  readonly text?: string;
}

/** Lets the registry publish a schema of labs; `given` where it is not what it should be. */
async function publish(published: string, given: Published = {}): Promise<void> {
  const { subgraph = 'labs', text = published } = given;
  const told = { subgraph, version: given.version ?? (version += 1), contentHash: sha256(published) };
  const attestation = await signDetached(await key().key(), attestedText({ ...told, ...given.attestedAs }));
  const id = `v${told.version}`;
  hub.others.say({ kind: 'SchemaPublished', subjectType: 'SchemaVersion', subjectId: id, payload: { id, ...told, sdl: text, attestation } });
}

interface Running {
  readonly builtHash: string;
  readonly inForce: { readonly version: number; readonly contentHash: string } | null;
  readonly differing: number;
}
const running = async () => (await (await fetch(new URL('/health/schema', hub.url))).json()) as Running;
const warnings = async () => ((await (await fetch(new URL('/health/ready', hub.url))).json()) as { warnings?: Record<string, string> }).warnings ?? {};
const inForce = (wanted: number) => eventually(running, (schema) => schema.inForce?.version === wanted);
const revision = () => hub.ask('merchant-1', '{ lab(id: "lab-1") { id revision } }');
const total = () => hub.ask('center', '{ labs(first: 1) { totalCount nodes { id } } }');

const revisionField = / {2}revision: Int! (@sharing\([^\n]*terms: "labRegister"[^\n]*)/;
/** The revision of a lab for labs alone. */
const narrowed = sdl.replace(revisionField, (whole, terms: string) => whole.replace(terms, terms.replace(/kinds: \[[^\]]*\]/g, 'kinds: [LAB]')));
/** The revision of a lab for departments too, which read it under no terms that were ever published. */
const opened = sdl.replace(revisionField, (whole) => whole.replace('MERCHANT]', 'MERCHANT, DEPARTMENT]'));
/** Without the revision of a lab, and without the count of labs, which is structure. */
const without = sdl.replace(revisionField, '').replace(/(type LabConnection \{[^}]*?) {2}totalCount: Int![^\n]*\n/, '$1');
/** The revision of a lab as if another owner had decided on it. */
const disowned = sdl.replace(revisionField, (whole, terms: string) => whole.replace(terms, terms.replace('owner: "labs"', 'owner: "exchange"')));

describe('the terms that labs enforce (5.4.3)', () => {
  /** How much the registry had told, and what was in force, before anything was refused. */
  let sound: { readonly told: number; readonly version: number };

  it('are those of the code until the registry was heard', async () => {
    expect(narrowed).not.toBe(sdl);
    expect(without.split('totalCount').length).toBe(sdl.split('totalCount').length - 1);
    expect(await running()).toEqual({ owner: 'labs', builtHash: sha256(sdl), inForce: null, differing: 0 });
    expect(await warnings()).toMatchObject({ terms: expect.stringContaining('the registry has not told') as unknown });
    expect((await revision()).data).toEqual({ lab: { id: 'lab-1', revision: 1 } });
  });

  it('are those that the registry has published within two seconds and without a restart, and that they differ from the code’s is told', async () => {
    await publish(narrowed);
    const at = performance.now();
    const refused = await eventually(revision, ({ errors }) => errors !== undefined);
    expect(performance.now() - at).toBeLessThan(2_000);
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'SHARING_NOT_IN_AUDIENCE', coordinate: 'Lab.revision' });
    expect(await running()).toMatchObject({ inForce: { version: 1, contentHash: sha256(narrowed) }, differing: 1 });
    expect((await hub.ask('lab-1', '{ lab(id: "lab-1") { revision } }')).data).toEqual({ lab: { revision: 1 } });
  });

  it('deny what the code has and the published schema does not, structure included', async () => {
    expect((await total()).data).toMatchObject({ labs: { totalCount: 2 } });
    await publish(without);
    await inForce(2);
    expect((await revision()).errors?.[0]?.extensions).toMatchObject({ code: 'SHARING_NO_TERMS', coordinate: 'Lab.revision' });
    const denied = await total();
    expect([denied.data, denied.errors?.[0]?.extensions.code]).toEqual([{ labs: null }, 'SHARING_NO_TERMS']);
    expect((await hub.ask('center', '{ labs(first: 1) { nodes { id } } }')).data).toMatchObject({ labs: { nodes: [{}] } });
  });

  it('deny what is in force in the name of another owner than the code has it from', async () => {
    expect(disowned).not.toBe(sdl);
    await publish(disowned);
    await inForce(3);
    expect((await revision()).errors?.[0]?.extensions).toMatchObject({ code: 'SHARING_NO_TERMS', coordinate: 'Lab.revision' });
    expect((await running()).differing).toBe(1);
  });

  it('come back when an older version is brought back', async () => {
    await publish(sdl);
    await inForce(4);
    expect((await revision()).data).toEqual({ lab: { id: 'lab-1', revision: 1 } });
    expect((await total()).data).toMatchObject({ labs: { totalCount: 2 } });
    expect((await running()).differing).toBe(0);
  });

  it('stay as they are where what is told is not what the registry has signed', async () => {
    const before = await running();
    sound = { told: hub.others.told, version: before.inForce?.version ?? 0 };
    await publish(narrowed, { version: 24, text: without });
    await publish(narrowed, { version: 25, attestedAs: { subgraph: 'platforms', version: 25 } });
    await publish(narrowed, { version: 26, attestedAs: { subgraph: 'labs', version: 3 } });
    await publish(narrowed, { version: 27, subgraph: 'platforms' });
    await publish(narrowed, { version: 2 });
    await publish(sdl, { version: 8 });
    await inForce(8);
    // Which was refused is told until a version of its number is taken up.
    expect(await warnings()).toEqual({ 'terms refused': expect.stringContaining('version 26 was told') as unknown });
    const kept = { ...before, inForce: { version: 8, contentHash: sha256(sdl) } };
    expect(await running()).toEqual(kept);
    // Nor does an older one come back that is told late: what is refused behind it says that it was heard.
    await publish(narrowed, { version: 3 });
    await publish(narrowed, { version: 28, attestedAs: { subgraph: 'platforms', version: 28 } });
    await eventually(warnings, (told) => told['terms refused']?.includes('version 28') ?? false);
    expect(await running()).toEqual(kept);
    expect((await revision()).errors).toBeUndefined();
  });

  it('are kept over a restart, whether the registry is there or not', async () => {
    version = 8;
    await publish(narrowed);
    await inForce(9);
    hub.others.serveKeys({ keys: [] });
    await hub.restart();
    expect((await running()).inForce).toEqual({ version: 9, contentHash: sha256(narrowed) });
    expect((await revision()).errors?.[0]?.extensions.code).toBe('SHARING_NOT_IN_AUDIENCE');
  });

  it('are not those that somebody has written into the owner’s database: what is kept is enforced only as the registry has signed it, and the table before it stays', async () => {
    expect(opened).not.toBe(sdl);
    const revisionFor = async () => (await hub.ask('department-1', '{ lab(id: "lab-1") { revision } }')).errors?.[0]?.extensions.code;
    const kept = await hub.database.$queryRaw<readonly { content_hash: string; sdl: string }[]>`SELECT content_hash, sdl FROM kernel.terms_snapshot`;
    const write = (text: string, contentHash: string) => hub.database.$executeRaw`UPDATE kernel.terms_snapshot SET sdl = ${text}, content_hash = ${contentHash}`;
    const warned = { 'terms kept': expect.stringContaining('version 9 in kernel.terms_snapshot is not what the registry has signed') as unknown };
    for (const contentHash of [kept[0]!.content_hash, sha256(opened)]) {
      await write(opened, contentHash);
      await hub.restart();
      expect(await warnings()).toMatchObject(warned);
      expect((await running()).inForce).toBeNull();
      expect(await revisionFor()).toBe('SHARING_NOT_IN_AUDIENCE');
    }
    await write(kept[0]!.sdl, kept[0]!.content_hash);
    await hub.restart();
    expect((await running()).inForce).toEqual({ version: 9, contentHash: sha256(narrowed) });
    expect(await warnings()).not.toHaveProperty('terms kept');
    // Nor when something else is told while it runs: the version before it stays in force.
    const tellOfAnother = () => publish(narrowed, { version: 1, subgraph: 'platforms' });
    await write(opened, sha256(opened));
    await tellOfAnother();
    await eventually(warnings, (told) => told['terms kept']?.includes('version 9 stays in force') ?? false);
    expect((await running()).inForce).toEqual({ version: 9, contentHash: sha256(narrowed) });
    await write(kept[0]!.sdl, kept[0]!.content_hash);
    await tellOfAnother();
    await eventually(warnings, (told) => !('terms kept' in told));
  });

  it('are those of the registry whose key signed the first alone: whoever takes over its address opens nothing', async () => {
    const other = keyFile(join(hub.environment.dataDir, 'key-of-another.json'));
    await other.create();
    hub.others.serveKeys(await other.jwks());
    const told = { subgraph: 'labs', version: 30, contentHash: sha256(sdl) };
    const attestation = await signDetached(await other.key(), attestedText(told));
    hub.others.say({ kind: 'SchemaPublished', subjectType: 'SchemaVersion', subjectId: 'v30', payload: { id: 'v30', ...told, sdl, attestation } });
    await publish(narrowed, { version: 10 });
    await inForce(10);
    expect((await revision()).errors?.[0]?.extensions.code).toBe('SHARING_NOT_IN_AUDIENCE');
    version = 10;
  });

  it('follow a registry that was restored from a backup: what it has lost is in force no more, and its next version is, whatever its number', async () => {
    hub.others.serveKeys(await key().jwks());
    await publish(sdl, { version: 20 });
    await inForce(20);
    const told = hub.others.told;
    await publish(narrowed, { version: 25 });
    await inForce(25);
    await publish(narrowed, { version: 40, attestedAs: { subgraph: 'platforms', version: 40 } });
    const refused = () => warnings().then((told) => told['terms refused']);
    await eventually(refused, (warning) => warning?.includes('version 40') ?? false);
    hub.others.restore(told);
    await inForce(20);
    // What only the lost log has told is forgotten with it; the other's version 30 is told by the new one too.
    await eventually(refused, (warning) => warning?.includes('version 30') ?? false);
    expect((await revision()).errors).toBeUndefined();
    await publish(narrowed, { version: 21 });
    await inForce(21);
    version = 21;
  });

  it('are warned of no more when no log tells of what was refused', async () => {
    expect(await warnings()).toMatchObject({ 'terms refused': expect.stringContaining('version 30') as unknown });
    hub.others.restore(sound.told);
    await inForce(sound.version);
    expect(await eventually(warnings, (told) => told['terms refused'] === undefined)).not.toHaveProperty('terms refused');
  });

  it('decide each event of a subscription that was begun before', async () => {
    hub.others.serveKeys(await key().jwks());
    await publish(sdl);
    await inForce(22);
    const query = 'subscription { commissionAnswered { commissionAcceptance { id subcontractingAllowed promisedAt } } }';
    const held = await hub.subscribe<{ commissionAnswered: { commissionAcceptance: { id: string; promisedAt: string | null } } }>('center', query);
    const told = (wanted: string) => held.received.find(({ data }) => data.commissionAnswered.commissionAcceptance.id === wanted);
    // What comes before it has begun is not told.
    await eventually(async () => told((await hub.acceptedCommission('lab-1')).id), (event) => event !== undefined);
    expect(held.received[0]?.errors).toBeUndefined();
    await publish(sdl.replace(/\n {2}"When the lab promises[^\n]*\n {2}promisedAt: [^\n]*/, ''));
    await inForce(23);
    const { id } = await hub.acceptedCommission('lab-1');
    const after = await eventually(async () => told(id), (event) => event !== undefined);
    expect(after?.data.commissionAnswered.commissionAcceptance).toMatchObject({ promisedAt: null });
    expect(after?.errors?.[0]?.extensions.code).toBe('SHARING_NO_TERMS');
    await held.leave();
  });

  it('end a subscription whose field they close to who holds it, with the refusal on record, and none of its events is lost', async () => {
    await publish(sdl);
    await inForce(24);
    const answers = (after = '') => `subscription Answers { commissionAnswered${after && `(after: "${after}")`} { commissionAcceptance { id } } }`;
    interface Answers { commissionAnswered: { commissionAcceptance: { id: string } } }
    const held = await hub.subscribe<Answers>('center', answers());
    await eventually(() => hub.acceptedCommission('lab-1').then(() => held.received.length), (count) => count > 0);
    await publish(sdl.replace(/(?<=commissionAnswered\([^\n]*kinds: \[)[^\]]*/, 'LAB'));
    await inForce(25);
    const { id } = await hub.acceptedCommission('lab-1');
    const { code, after } = await held.ended;
    expect(code).toBe('SHARING_NOT_IN_AUDIENCE');
    const refused = (await auditEntries(hub.database)).filter(({ operation, errors }) => operation.name === 'Answers' && errors);
    expect(refused).toMatchObject([{ party: 'center', event: { kind: 'CommissionAnswered' }, errors: ['SHARING_NOT_IN_AUDIENCE'] }]);
    await publish(sdl);
    await inForce(26);
    const again = await hub.subscribe<Answers>('center', answers(after));
    await eventually(async () => again.received.map(({ data }) => data.commissionAnswered.commissionAcceptance.id), (ids) => ids.includes(id));
    await Promise.all([held.leave(), again.leave()]);
  });
});
