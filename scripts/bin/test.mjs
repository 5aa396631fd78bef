#!/usr/bin/env node
// `npm test`: sets up and runs vitest once in this process, so that Ctrl-C and the exit code are vitest's own.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, setUp } from './set-up.mjs';

await setUp();
process.chdir(root);
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
process.argv.splice(1, 1, vitest, 'run');
await import(pathToFileURL(vitest).href);
