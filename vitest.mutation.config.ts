import { defineConfig } from 'vitest/config';
import whole from './vitest.config.js';

/** The unit tests of the rules of sharing alone, which need no database: what mutants of the rules are run against; without that of all contracts, which takes seconds. */
export default defineConfig({
  ...whole,
  test: { environment: 'node', include: ['schema/policy/{decision,enforcement,lint,terms}/*.test.ts'], exclude: ['schema/policy/lint/contract.test.ts'], testTimeout: 120_000 },
});
