#!/usr/bin/env node
// Puts what `hub start` loads, some two thousand modules of ours and of others, into few files: half of a start was finding and
// opening them. Run by the build of the package scripts, in its folder, after the others' builds; what is bundled is their dist/.
import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { build } from 'esbuild';

const outdir = resolve('dist', 'bundle');

/** A module that finds files from its own address goes on to find them from there. */
const ownAddresses = {
  name: 'own-addresses',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]dist[\\/].*\.js$/ }, async ({ path }) => {
      if (/[\\/]node_modules[\\/]/.test(path)) return undefined;
      const address = `new URL(${JSON.stringify(relative(outdir, path).replaceAll('\\', '/'))}, import.meta.url).href`;
      return { contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', address), loader: 'js' };
    }),
};

await build({
  entryPoints: { hub: 'dist/hub.js', 'service-thread': 'dist/start/service-thread-main.js' },
  outdir,
  bundle: true,
  splitting: true,
  chunkNames: 'chunk-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  plugins: [ownAddresses],
  // There must be one graphql, and graphql-shield is loaded from its own place; see schema/policy/enforcement/shield-library.ts.
  external: ['graphql', 'graphql/*'],
  keepNames: true,
  // What was CommonJS asks for Node's modules by `require`.
  banner: { js: "import { createRequire as requireOfBundle } from 'node:module'; const require = requireOfBundle(import.meta.url);" },
  logLevel: 'warning',
});
