#!/usr/bin/env node
// `npm start`, `npm run demo`: sets up and runs a command of the hub in this process, so that Ctrl-C and the exit code are the command's own.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, setUp } from './set-up.mjs';

await setUp();
const hub = join(root, 'scripts', 'dist', 'bundle', 'hub.js');
process.argv.splice(1, 1, hub);
await import(pathToFileURL(hub).href);
