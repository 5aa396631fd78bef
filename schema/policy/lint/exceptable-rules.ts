import { lintRules } from './lint-schema.js';

/** Names of the rules from which a data steward may except a place for a time. */
export const exceptableRules: readonly string[] = lintRules.filter(({ exceptable }) => exceptable).map(({ name }) => name);
