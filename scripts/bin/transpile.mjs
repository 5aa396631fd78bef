#!/usr/bin/env node
// Turns the TypeScript of the package it is run in into dist/, file by file. Types are checked by `npm run check`.
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const outbase = existsSync('src') ? 'src' : '.';
const left = /(^|\/)(node_modules|dist|test|dependency-fixture)\/|\.(test|d)\.ts$/;
const files = await readdir(outbase, { recursive: true });
const entryPoints = files.filter((file) => file.endsWith('.ts') && !left.test(file)).map((file) => join(outbase, file));

await rm('dist', { recursive: true, force: true });
await build({ entryPoints, outbase, outdir: 'dist', format: 'esm', platform: 'node', target: 'node20', sourcemap: true, logLevel: 'warning' });
