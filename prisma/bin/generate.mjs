#!/usr/bin/env node
// Generates the Prisma client of each owner (or of the folders named) whose schema has changed, without a network.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const manifest = createRequire(import.meta.url).resolve('prisma/package.json');
const { version, bin } = JSON.parse(readFileSync(manifest, 'utf8'));

// Without these the command line looks for updates, and fetches a native engine that generating does not need.
const env = { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1', PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };

const named = process.argv.slice(2);
const folders = (named.length > 0 ? named : readdirSync(root)).filter((name) => existsSync(join(root, name, 'schema.prisma')));

for (const owner of folders) {
  const schema = join(root, owner);
  const stamp = join(root, owner, 'generated', '.made-from');
  const files = readdirSync(schema).filter((name) => name.endsWith('.prisma')).sort();
  const source = files.reduce((hash, name) => hash.update(readFileSync(join(schema, name))), createHash('sha256').update(version)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === source) continue;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(dirname(manifest), bin.prisma), 'generate', '--no-hints', '--schema', schema], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) {
    console.error(`The client of ${owner} could not be generated from ${schema}:\n${stdout}${stderr}`);
    process.exit(1);
  }
  writeFileSync(stamp, source);
  console.log(`Generated the client of ${owner}.`);
}
