import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PreservedEntry } from '@hub/kernel/preservation/preserved-entry.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { testFile } from '@hub/kernel/testing/hand-in-files.js';
import { testTimeStampAuthority, type TestTimeStampAuthority } from '@hub/kernel/testing/test-time-stamp-authority.js';
import { auditKey } from '@hub/kernel/audit/audit-key.js';
import { keyThumbprint } from '@hub/kernel/identity/key-thumbprint.js';
import { folderOfFiles } from '@hub/kernel/files/folder-of-files.js';
import { enterStoredFile } from '@hub/kernel/files/stored-files.js';
import { Preservation } from '@hub/kernel/preservation/preservation.js';
import { trustedRoots } from '@hub/kernel/time-stamps/trusted-roots.js';
import { connectLabs, type LabsDatabase } from '@hub/labs/repository/database.js';
import { namingRows } from '@hub/labs/repository/naming-rows.js';
import { cloneDatabase, type ClonedDatabase } from '@hub/prisma/test-databases/clone-database.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportManifest } from '../src/evidence/export-shapes.js';
import { runHub } from './start/run-hub.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const [mine, another] = [testFile('what the row names'), testFile('what another row names')];
const subject = randomUUID();
let folder: string;
let clone: ClonedDatabase;
let database: LabsDatabase;
let authority: TestTimeStampAuthority;
let thumbprint: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evidence-export-'));
  clone = await cloneDatabase('labs');
  database = connectLabs(clone.url);
  authority = await testTimeStampAuthority(join(folder, 'roots.pem'));
  const timeStamps = { url: authority.url, roots: trustedRoots(authority.rootsFile) };
  const preservation = new Preservation({ owner: 'labs', database, dataDir: folder, namingRows, timeStamps, log: silent });
  await preservation.begin();
  const kept = folderOfFiles(join(folder, 'evidence', 'labs', 'files'));
  for (const [file, id] of [[another, randomUUID()], [mine, subject], [another, randomUUID()]] as const) {
    await writeFile(join(folder, 'upload'), file.content);
    await kept.place(join(folder, 'upload'), 'lab-1', file.hash);
    await rm(join(folder, 'upload'));
    await enterStoredFile(database, { sha256: file.hash, sm3: file.sm3 }, { partyId: 'lab-1', userId: 'lab-1.1', size: file.content.length, mediaType: 'image/jpeg' }, preservation);
    const by = { userId: 'lab-1.1', partyId: 'lab-1', role: 'TECHNICIAN' };
    await preservation.enter(database, { kind: 'NAMED', act: 'recordSampleReceipt', by, subject: { type: 'SampleReceipt', id }, files: [{ hash: file.sm3, size: file.content.length, mediaType: 'image/jpeg', name: null }] });
  }
  preservation.start();
  preservation.nudge();
  await eventually(() => database.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM kernel.preserved_entry WHERE entry LIKE '%STAMPED%'`, ([row]) => row?.count === 1);
  await preservation.close();
  const jwks = await auditKey(folder).jwks();
  await writeFile(join(folder, 'published.json'), JSON.stringify(jwks));
  thumbprint = await keyThumbprint(jwks.keys[0]!);
}, 60_000);
afterAll(async () => {
  await authority.close();
  await database.$disconnect();
  await clone.drop();
  await rm(folder, { recursive: true, force: true });
});

const exported = async (to: string) => {
  const path = join(folder, to);
  return { path, ...(await runHub(['evidence', 'export', subject, '--to', path, '--owner', 'labs'], { HUB_DATA_DIR: folder, DATABASE_URL_LABS: clone.url })) };
};
const check = (path: string, ...options: string[]) => runHub(['evidence', 'check', path, '--roots', authority.rootsFile, '--keys', join(folder, 'published.json'), ...options], {});

/** Writes the manifest of an export anew, as its maker would who has a key of his own. */
async function manifestChanged(path: string, change: (manifest: ExportManifest) => object): Promise<void> {
  const manifest = JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8')) as ExportManifest;
  await writeFile(join(path, 'manifest.json'), JSON.stringify({ ...manifest, ...change(manifest) }));
}

describe('hub evidence export', () => {
  it('writes what a row names with all that proves it, and anyone can check that without the hub', async () => {
    const { path, code, stdout, stderr } = await exported('whole');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('2 entries, 1 files, 1 time stamps');
    expect(await readFile(join(path, 'files', mine.hash.replace(':', '-')))).toEqual(mine.content);
    const { code: valid, stdout: told } = await check(path, '--json');
    expect({ valid, ...(JSON.parse(told) as { problems: string[]; entries: PreservedEntry[]; stamped: object }) }).toMatchObject({
      ...{ valid: true, problems: [], subject, stamped: expect.objectContaining({}) as object },
      entries: [{ kind: 'NAMED', act: 'recordSampleReceipt' }, { kind: 'RECEIVED', by: { partyId: 'lab-1' } }],
    });
    expect(valid).toBe(0);
  });

  it('tells nothing of other rows', async () => {
    const { path } = await exported('alone');
    const texts = await Promise.all((await readdir(path, { recursive: true, withFileTypes: true })).filter((each) => each.isFile()).map((each) => readFile(join(each.parentPath, each.name), 'utf8')));
    for (const secret of [another.hash.slice('sha-256:'.length), another.sm3.slice('sm3:'.length)]) expect(texts.join('\n')).not.toContain(secret);
  });

  it('is checked by openssl too, where that is', async () => {
    const { path } = await exported('openssl');
    const [name = ''] = await readdir(join(path, 'stamps'));
    const position = name.replace('.tst', '');
    const asked = promisify(execFile)('openssl', ['ts', '-verify', '-data', join(path, 'checkpoints', `${position}.json`), '-in', join(path, 'stamps', name), '-token_in', '-CAfile', authority.rootsFile]);
    const answer = await asked.catch((error: NodeJS.ErrnoException & { stderr?: string }) => (error.code === 'ENOENT' ? { stdout: 'Verification: OK' } : { stdout: String(error.stderr) }));
    expect(answer.stdout).toContain('Verification: OK');
  });

  it('is found to be wrong once anything in it is changed', async () => {
    const changes: Record<string, [path: (names: string[]) => string | undefined, told: RegExp]> = {
      file: [(names) => names.find((each) => each.startsWith('files/')), /is not what was handed in/],
      entry: [(names) => names.find((each) => each.startsWith('entries/')), /does not lead to its checkpoint/],
      checkpoint: [(names) => names.find((each) => /^checkpoints.*json$/.test(each)), /is not signed/],
      stamp: [(names) => names.find((each) => each.startsWith('stamps/')), /the stamp over the checkpoint/],
    };
    for (const [what, [select, told]] of Object.entries(changes)) {
      const { path } = await exported(`changed-${what}`);
      const names = (await readdir(path, { recursive: true, withFileTypes: true })).filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name).slice(path.length + 1));
      const changed = join(path, select(names) ?? '');
      if (what === 'entry') await writeFile(changed, (await readFile(changed, 'utf8')).replaceAll('lab-1', 'lab-2'));
      else if (what === 'checkpoint') await writeFile(changed, (await readFile(changed, 'utf8')).replace('"owner":"labs"', '"owner":"lab"'));
      else if (what === 'stamp') await writeFile(changed, (await readFile(changed)).map((byte, index) => (index === 150 ? byte ^ 1 : byte)));
      else await appendFile(changed, '!');
      const { code, stdout } = await check(path);
      expect([what, code]).toEqual([what, 1]);
      expect(stdout).toMatch(told);
    }
  });

  it('is not said to be as it was preserved where nobody has compared the key', async () => {
    const { path, stdout: told } = await exported('own-keys');
    expect(told).toContain(thumbprint);
    const { code, stdout } = await runHub(['evidence', 'check', path, '--roots', authority.rootsFile], {});
    expect(code).toBe(4);
    expect(stdout).not.toContain('as it was preserved');
    expect(stdout).toMatch(new RegExp(`OPEN: the keys come from the folder itself.*${thumbprint}`));
  });

  it('is checked by the keys at an address, and by none where nothing answers there', async () => {
    const { path } = await exported('published-keys');
    const keys = await readFile(join(folder, 'published.json'));
    const server = createServer(({ url }, response) => void (url === '/evidence/labs/keys.json' ? response.end(keys) : response.writeHead(404).end())).listen(0, '127.0.0.1');
    try {
      await once(server, 'listening');
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/evidence`;
      const by = (owner: string) => runHub(['evidence', 'check', path, '--roots', authority.rootsFile, '--keys', `${address}/${owner}/keys.json`], {});
      expect(await by('labs')).toMatchObject({ code: 0, stdout: expect.stringContaining(thumbprint) as string });
      expect(await by('nobody')).toMatchObject({ code: 3, stderr: expect.stringContaining('it answers 404') as string });
    } finally {
      server.close();
    }
  });

  it('is found to be cut or told otherwise, with a signature of its own or with none', async () => {
    const changes: Record<string, [change: (manifest: ExportManifest) => object, told: RegExp]> = {
      'a file and its entry taken out': [({ entries }) => ({ entries: entries.slice(0, 1), files: [] }), /is named and is not there/],
      'a file taken out and told as missing': [({ files }) => ({ files: [], notHandedIn: files.map(({ sm3 }) => sm3) }), /came, and it is not there/],
      'nothing in it': [() => ({ entries: [], files: [] }), /no entry tells that files were named/],
      'another row': [() => ({ subject: 'another-row' }), /no entry tells that files were named on another-row/],
      'another owner': [() => ({ owner: 'platforms' }), /the export says that it is of platforms/],
      'no stamps': [() => ({ stamps: [] }), /under no time stamp/],
    };
    for (const [what, [change, told]] of Object.entries(changes)) {
      const { path } = await exported(`cut ${what}`);
      await manifestChanged(path, change);
      const signed = await check(path);
      expect([what, signed.code]).toEqual([what, 1]);
      expect(signed.stdout).toMatch(/manifest.json is not signed/);
      expect(signed.stdout).toMatch(told);
      await rm(join(path, 'manifest.jws'));
      const unsigned = await check(path);
      expect([what, unsigned.code]).toEqual([what, what === 'no stamps' ? 4 : 1]);
      expect(unsigned.stdout).toMatch(told);
    }
  });

  it('of a hostile hand reads nothing outside its folder, waits for nothing, and writes nothing to the terminal but text', async () => {
    const { path } = await exported('hostile');
    await manifestChanged(path, ({ files }) => ({ files: files.map((file) => ({ ...file, hash: '../../published.json' })) }));
    expect((await check(path)).code).toBe(3);
    const { path: linked } = await exported('linked');
    const file = join(linked, 'files', mine.hash.replace(':', '-'));
    await rm(file);
    await symlink('/dev/zero', file);
    expect(await check(linked)).toMatchObject({ code: 3, stderr: expect.stringContaining('is no file') });
    const { path: coloured } = await exported('coloured');
    await manifestChanged(coloured, () => ({ subject: '\u001b[2Jrow' }));
    const { code, stdout } = await check(coloured);
    expect(code).toBe(1);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('\\u{1b}[2Jrow');
  });

  it('is not written while something of the row waits for its seal, nor of a record that is not what was sealed', async () => {
    const waiting = JSON.stringify({ kind: 'NAMED', subject: { type: 'SampleReceipt', id: subject } });
    await database.$executeRaw`INSERT INTO kernel.preserved_arrival (entry, mac) VALUES (${waiting}, 'waits')`;
    expect(await exported('waiting')).toMatchObject({ code: 3, stderr: expect.stringContaining('not sealed yet') });
    await database.$executeRaw`DELETE FROM kernel.preserved_arrival`;
    await database.$executeRaw`UPDATE kernel.preserved_entry SET entry = replace(entry, ${mine.hash}, '../../../escaped') WHERE entry LIKE '%RECEIVED%'`;
    expect(await exported('tampered')).toMatchObject({ code: 3, stderr: expect.stringContaining('is not what was sealed') });
    await database.$executeRaw`UPDATE kernel.preserved_entry SET entry = replace(entry, '../../../escaped', ${mine.hash}) WHERE entry LIKE '%RECEIVED%'`;
    expect((await exported('restored')).code).toBe(0);
  });

  it('tells wrong input', async () => {
    const none = ['evidence', 'export', 'no-such-row', '--to', join(folder, 'none'), '--owner', 'labs'];
    expect(await runHub(none, { HUB_DATA_DIR: folder, DATABASE_URL_LABS: clone.url })).toMatchObject({ code: 3, stderr: expect.stringContaining('no-such-row') });
    expect((await exported('whole')).code).toBe(3);
    expect((await check(folder)).code).toBe(3);
  });
}, 180_000);
