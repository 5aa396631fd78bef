#!/usr/bin/env node
// Prints the migration that an owner lacks (see ../diff/diff.ts). Works on the sources as they are, without a build.
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outfile = join(root, 'generated', `diff-${process.pid}.mjs`);
await mkdir(dirname(outfile), { recursive: true });
try {
  await build({ entryPoints: [join(root, 'diff/diff.ts')], outfile, bundle: true, packages: 'external', format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning' });
  const { diff } = await import(pathToFileURL(outfile).href);
  await rm(outfile);
  process.exitCode = await diff(root, process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(outfile, { force: true });
}
