import { createRequire } from 'node:module';
import { defaultServerConditions, type Plugin } from 'vite';
import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/test/longest-first.js';

/**
 * Packages load the CommonJS build of graphql, as Node resolves it; vite would give our own files the ES module beside it, and
 * graphql refuses a schema from another copy of itself.
 */
const oneGraphql: Plugin = {
  name: 'one-graphql',
  enforce: 'pre',
  resolveId: (source) => (/^graphql(\/|$)/.test(source) ? createRequire(import.meta.url).resolve(source) : undefined),
};

/**
 * Our packages give their TypeScript under this condition, see `exports` in each package.json. `module` is no condition of
 * Node: vitest hands it to Node all the same, which then loads bundler builds that it cannot resolve.
 */
const conditions = ['hub-source', ...defaultServerConditions.filter((condition) => condition !== 'module')];

/** How each test is run. */
const each = {
  environment: 'node',
  exclude: [...configDefaults.exclude, '**/dist/**', '**/coverage/**'],
  setupFiles: ['prisma/test-databases/fail-on-open-clones.ts'],
  pool: 'forks',
  maxWorkers: 2,
  // As for the services of a hub, which most tests run within themselves; see scripts/src/start/young-generation.ts.
  execArgv: ['--max-semi-space-size=32'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
} as const;

/** These replace a module for what loads it then: they must find nothing loaded. */
const replacing = ['schema/check/parts/compose-part.test.ts', 'schema/check/check-again.test.ts'];

const shared = { plugins: [oneGraphql], resolve: { conditions }, ssr: { resolve: { conditions } } };

export default defineConfig({
  ...shared,
  test: {
    ...each,
    globalSetup: ['prisma/test-databases/global-setup.ts', 'scripts/test/every-state-reached.ts', 'scripts/test/start/started-hub.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      // Whole hubs, processes, and settings of the process: each file in a process of its own.
      { ...shared, test: { ...each, name: 'apart', include: ['{gateway,scripts,prisma}/**/*.test.ts', ...replacing] } },
      // A module here keeps nothing but what it was given; loading all modules anew for each file took a tenth of the time and more.
      { ...shared, test: { ...each, name: 'together', include: ['{schema,subgraphs}/**/*.test.ts'], exclude: [...each.exclude, ...replacing], isolate: false } },
    ],
  },
});
