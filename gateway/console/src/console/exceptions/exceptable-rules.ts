/** Rules of form, from which a data steward may except a place for a time; a test compares them with those of the contract. */
export const exceptableRules = ['described-with-term', 'data-element-is-known', 'resource-has-freshness', 'named-by-convention', 'list-is-bounded', 'deprecated-with-day', 'removed-after-notice'] as const;
