#!/usr/bin/env node
// The command `hub`. Standard output carries its result and nothing else; it sets up only where nothing was ever built.
import './quiet-environment.mjs';
import './node-version.mjs';
import { existsSync } from 'node:fs';

const hub = new URL('../dist/bundle/hub.js', import.meta.url);
if (!existsSync(hub)) {
  const { setUp } = await import('./set-up.mjs');
  await setUp({ toStandardError: true });
}
await import(hub.href);
