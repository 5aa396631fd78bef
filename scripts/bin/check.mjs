#!/usr/bin/env node
// `npm run check`: types, lint, dependency rules, tree, docs, names, stale generated files, migrations that lead to another schema. `--json FILE` notes the sums.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { root, setUp } from './set-up.mjs';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
await setUp();
const { runChecks } = await import('../dist/checks/run-checks.js');
const sums = await runChecks(root);
if (values.json) writeFileSync(values.json, JSON.stringify(sums));
console.log(`${sums.passed} passed, ${sums.failed} failed`);
process.exitCode = sums.failed === 0 ? 0 : 1;
