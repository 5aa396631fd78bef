import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDevelopmentIssuer } from '@hub/kernel/identity/development-issuer.js';
import { tokenVerifier } from '@hub/kernel/identity/token-verifier.js';
import { demoIdentities } from '@hub/prisma/seed/demo-participants.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runHub } from './start/run-hub.js';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'token-'));
  await createDevelopmentIssuer(dataDir);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const token = (...args: string[]) => runHub(['token', ...args], { HUB_DATA_DIR: dataDir });

it('prints a token of the identity in its usual role, and nothing else', async () => {
  const { code, stdout, stderr } = await token('regulator-province');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  const claims = await tokenVerifier({ kind: 'development', folder: dataDir })(stdout.trim());
  expect(claims).toMatchObject({ kind: 'user', userId: 'regulator-province.1', partyId: 'regulator-province', role: 'OFFICER' });
});

it('acts in another role and as another user of the party when told to', async () => {
  const { stdout } = await token('lab-1', '--role', 'signatory', '--user', '3');
  const claims = await tokenVerifier({ kind: 'development', folder: dataDir })(stdout.trim());
  expect(claims).toMatchObject({ userId: 'lab-1.3', partyId: 'lab-1', role: 'SIGNATORY' });
});

it('lists the identities to who names an unknown one', async () => {
  const { code, stdout, stderr } = await token('lab-9');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  for (const { name } of demoIdentities) expect(stderr).toContain(name);
});

it('lists the roles and users that an identity has', async () => {
  expect(await token('lab-1', '--role', 'OFFICER')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('TECHNICIAN, REVIEWER, SIGNATORY') });
  expect(await token('lab-1', '--user', '4')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('1, 2, 3') });
});

it('says what to do where no hub was started yet, and where another issuer gives the tokens', async () => {
  const never = await runHub(['token', 'center'], { HUB_DATA_DIR: join(dataDir, 'never') });
  expect(never).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('npm start') });
  const oidc = await runHub(['token', 'center'], { HUB_DATA_DIR: dataDir, OIDC_ISSUER: 'https://login.example' });
  expect(oidc).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('https://login.example') });
});
