#!/usr/bin/env node
// One start of the built hub on the Node that runs this: ready, a query with a token, the printed command, the demo, Ctrl-C, nothing left.
// `--separate` is passed on.
import './quiet-environment.mjs';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { leftBehind } from './left-behind.mjs';

const readyWithin = 240_000;
const stoppedWithin = 60_000;
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const hub = join(root, 'scripts', 'dist', 'bundle', 'hub.js');
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'hub-start-'));
chmodSync(folder, 0o755); // PostgreSQL does not run as root: another account must reach the data

const dataDir = join(folder, 'data');
const env = { ...process.env, PORT: '0', HUB_DATA_DIR: dataDir };
let address = '';
const started = spawn(process.execPath, [hub, 'start', ...process.argv.slice(2)], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
const ended = once(started, 'close');
let output = '';
for (const stream of [started.stdout, started.stderr]) stream.on('data', (data) => (output += data));

try {
  await ready();
  const token = await promisify(execFile)(process.execPath, [hub, 'token', 'regulator-province'], { cwd: folder, env });
  await query(token.stdout.trim());
  await printedQuery();
  await demo();
  await stop();
  console.log(`✓ the hub starts, answers, carries the demo and stops on Node ${process.version}`);
} catch (error) {
  console.error(`✗ the hub on Node ${process.version}: ${error.message}\n--- what it printed ---\n${output}`);
  process.exitCode = 1;
} finally {
  started.kill('SIGKILL');
  for (const { pid } of leftBehind(folder)) end(pid);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

async function ready() {
  const end = Date.now() + readyWithin;
  while (Date.now() < end) {
    if (started.exitCode !== null || started.signalCode !== null) throw new Error('it ended before it was ready.');
    address = noted();
    const answer = address && (await fetch(`${address}/health/ready`).catch(() => undefined));
    if (answer && answer.status === 200) return;
    await wait(200);
  }
  throw new Error(`/health/ready did not answer 200 within ${readyWithin / 1000} s.`);
}

/** Where the hub listens, as it notes beside its data when it is ready. */
function noted() {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')).url;
  } catch {
    return '';
  }
}

async function query(token) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const data = await post(`${address}/graphql`, headers, JSON.stringify({ query: '{ __typename }' }));
  if (data.__typename !== 'Query') throw new Error(`{ __typename } got ${JSON.stringify(data)}`);
}

/** What the hub prints to be pasted, sent as curl would send it: curl itself may not be there. */
async function printedQuery() {
  const end = Date.now() + 10_000;
  const printed = () => /^curl -s (\S+)[^]*? -d '([^']*)'$/m.exec(output);
  while (!printed() && Date.now() < end) await wait(50);
  if (!printed()) throw new Error('it printed no curl command to try.');
  const [command, url, body] = printed();
  const headers = Object.fromEntries([...command.matchAll(/-H '([^:']+): ([^']*)'/g)].map(([, name, value]) => [name, value]));
  const data = await post(url, headers, body);
  if (Object.values(data).some((value) => value === null)) throw new Error(`the printed query got ${JSON.stringify(data)}`);
}

async function demo() {
  await promisify(execFile)(process.execPath, [hub, 'demo'], { cwd: folder, env, maxBuffer: 1e7 }).catch((error) => {
    throw new Error(`the demo ended with exit code ${error.code}: ${error.stderr}\n${error.stdout}`);
  });
}

async function post(url, headers, body) {
  const answer = await fetch(url, { method: 'POST', headers, body });
  const text = await answer.text();
  const { data, errors } = answer.status === 200 ? JSON.parse(text) : {};
  if (!data || errors) throw new Error(`${body} got ${answer.status}: ${text}`);
  return data;
}

async function stop() {
  started.kill('SIGINT');
  const [code, signal] = await Promise.race([ended, wait(stoppedWithin, ['no end'], { ref: false })]);
  if (code !== 0) throw new Error(`Ctrl-C ended it with ${signal || code} instead of exit code 0.`);
  const left = leftBehind(folder);
  if (left.length > 0) throw new Error(`it left processes behind: ${left.map(({ pid, command }) => `${pid} ${command}`).join('; ')}`);
}

function end(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it ended by itself meanwhile
  }
}
