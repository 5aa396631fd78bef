import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepRun, type Run } from '../src/demo/kept-run.js';
import { demoSteps } from '../src/demo/steps/demo-steps.js';
import { startHubProcess, type HubProcess } from '../src/hub-process.js';
import { runHub } from './start/run-hub.js';
import { copyStartedHub } from './start/copy-started-hub.js';

let folder: string;
let dataDir: string;
let hub: HubProcess | undefined;
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'demo-')));
  await chmod(folder, 0o755); // as root, PostgreSQL runs under an account that has to reach its data
  dataDir = join(folder, 'data');
});
afterAll(async () => {
  await hub?.kill();
  for (const { pid } of await leftBehind()) process.kill(pid, 'SIGKILL');
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}, 60_000);

describe('the demo', () => {
  it('killed at any moment goes on where it was, on a hub that runs', async () => {
    await copyStartedHub(dataDir);
    hub = await startHubProcess({ dataDir });
    const kills: string[] = [];
    for (let finished = 0; kills.length < 4 && finished < demoSteps.length; finished = (await runKept('killed')).done.length) {
      kills.push(await killedSomewhere(1 + Math.floor(Math.random() * (demoSteps.length / 4)), Math.random() * 400));
    }
    const last = await runHub(['demo', '--run', 'killed'], { HUB_DATA_DIR: dataDir });
    expect(last, `killed ${kills.join(', ')}`).toMatchObject({ code: 0, stderr: '' });
    expect((await runKept('killed')).done.map(({ key }) => key)).toEqual(demoSteps.map(({ key }) => key));
    for (const { title } of demoSteps) expect(last.stdout).toContain(`${title.zh} ${title.en}`);
  }, 900_000);

  it('says which step is wrong, what was expected and what was found, and exits with 1', async () => {
    const run = await runKept('killed');
    const upToDraft = run.done.slice(0, run.done.findIndex(({ key }) => key === 'draft-plan'));
    await keepRun(dataDir, { name: 'wrong', begunAt: run.begunAt, done: upToDraft, story: { ...run.story, reportId: 'no-such-report' } });
    const { code, stderr } = await runHub(['demo', '--run', 'wrong'], { HUB_DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(stderr).toMatch(/制定监测计划 .*\(draft-plan\) is not as it should be\.\n +at +item 1\n +expected +done\n +found +.*no-such-report/);
    expect(await runHub(['demo', '--run', 'No such name'], { HUB_DATA_DIR: dataDir })).toMatchObject({ code: 1, stderr: expect.stringContaining('spring-2') });
  }, 120_000);

  it('starts a hub in separate processes where none runs, and leaves nothing running', async () => {
    expect(await hub?.stop()).toBe(0);
    hub = undefined;
    const { code, stdout, stderr } = await runHub(['demo', '--separate', '--run', 'separate'], { HUB_DATA_DIR: dataDir });
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining(`No hub runs on ${dataDir}`) });
    expect(stdout).toMatch(new RegExp(`Done: ${demoSteps.length} steps`));
    expect(await leftBehind()).toEqual([]);
  }, 900_000);

});

/** Kills a demo some time after it began its n-th step of this start. @returns where */
async function killedSomewhere(steps: number, milliseconds: number): Promise<string> {
  const demo = spawn(process.execPath, [fileURLToPath(new URL('../bin/hub.mjs', import.meta.url)), 'demo', '--run', 'killed'], {
    env: { ...process.env, HUB_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(demo, 'close');
  let told = '';
  demo.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
  const begun = () => told.split('\n').filter((line) => /^\d+:\d+:\d+ /.test(line) && !line.endsWith('（此前已完成 done before this start）')).length;
  while (begun() < steps && demo.exitCode === null) await delay(5);
  await delay(milliseconds);
  demo.kill('SIGKILL');
  await ended;
  return `${milliseconds.toFixed(0)} ms after the beginning of ${told.split('\n').findLast((line) => /^\d+:\d+:\d+ /.test(line)) ?? ''}`;
}

async function runKept(name: string): Promise<Run> {
  return JSON.parse(await readFile(join(dataDir, 'demo', `${name}.json`), 'utf8')) as Run;
}

async function leftBehind(): Promise<{ pid: number; command: string }[]> {
  const { leftBehind } = (await import(new URL('../bin/left-behind.mjs', import.meta.url).href)) as { leftBehind(folder: string): { pid: number; command: string }[] };
  return leftBehind(folder);
}
