import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as schemaEngine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { schemaEngineAdapter } from './schema-engine-adapter.js';

/**
 * Prisma's schema engine as WebAssembly, on one database. The engine that Prisma's own command line uses is a native program that
 * it downloads, which a closed network refuses.
 */
export async function loadSchemaEngine(url: string): Promise<{ engine: schemaEngine.SchemaEngine; close(): Promise<void> }> {
  await (started ??= startWebAssembly());
  const { factory, close } = schemaEngineAdapter(url);
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  return { engine: await schemaEngine.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter), close };
}

/** Once in a process: its JavaScript keeps one memory in mind. */
let started: Promise<void> | undefined;

/** What a bundler would make of the package's entry, which Node cannot load as it stands. */
async function startWebAssembly(): Promise<void> {
  // The engine tells here why it panics, before it throws no more than "unreachable".
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) } });
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm').replace(/\.js$/, '_bg.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': schemaEngine });
  schemaEngine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}
