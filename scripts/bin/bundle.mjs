#!/usr/bin/env node
// Puts what `hub start` loads, some two thousand modules of ours and of others, into few files: half of a start was finding and
// opening them. Run by the build of the package scripts, in its folder, after the others' builds; what is bundled is their dist/.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const outdir = resolve('dist', 'bundle');

/** A module that finds files from its own address goes on to find them from there. */
const ownAddresses = {
  name: 'own-addresses',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]dist[\\/].*\.js$/ }, async ({ path }) => {
      if (/[\\/]node_modules[\\/]/.test(path)) return undefined;
      const address = `new URL(${JSON.stringify(relative(outdir, path).replaceAll('\\', '/'))}, import.meta.url).href`;
      const contents = (await readFile(path, 'utf8')).replaceAll('import.meta.url', address);
      return { contents, loader: 'js' };
    }),
};

/** Prisma's query compilers are WebAssembly in a string of megabytes, which takes long to read as JavaScript; they lie beside the bundle as they are. */
const binaries = {
  name: 'binaries',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.wasm-base64\.m?js$/ }, async ({ path }) => {
      const name = basename(path).replace(/-base64\.m?js$/, '');
      const { wasm } = await import(pathToFileURL(path).href);
      await writeFile(resolve(outdir, name), Buffer.from(wasm, 'base64'));
      const contents = `import { readFileSync } from 'node:fs'; export const wasm = readFileSync(new URL('${name}', import.meta.url), 'base64');`;
      return { contents, loader: 'js' };
    }),
};

await mkdir(outdir, { recursive: true });
await build({
  entryPoints: { hub: 'dist/hub.js', 'service-thread': 'dist/start/service-thread-main.js', 'load-thread': 'dist/load/load-thread-main.js' },
  outdir,
  bundle: true,
  splitting: true,
  chunkNames: 'chunk-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // There must be one graphql, and graphql-shield is loaded from its own place; see schema/policy/enforcement/shield-library.ts.
  external: ['graphql', 'graphql/*'],
  plugins: [ownAddresses, binaries],
  minifyWhitespace: true,
  minifySyntax: true,
  // What was CommonJS asks for Node's modules by `require`.
  banner: { js: "import { createRequire as requireOfBundle } from 'node:module'; const require = requireOfBundle(import.meta.url);" },
  logLevel: 'warning',
});
