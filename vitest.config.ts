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

export default defineConfig({
  plugins: [oneGraphql],
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    environment: 'node',
    include: ['**/*.test.ts'],
    exclude: [...configDefaults.exclude, '**/dist/**', '**/coverage/**'],
    globalSetup: ['prisma/test-databases/global-setup.ts', 'scripts/test/every-state-reached.ts', 'scripts/test/start/started-hub.ts'],
    setupFiles: ['prisma/test-databases/fail-on-open-clones.ts'],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
