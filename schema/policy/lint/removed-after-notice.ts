import type { LintRule } from './lint-rule.js';

/** Looked at where a text is checked against the one in force: by itself it does not tell what it has no more. */
export const removedAfterNotice: LintRule = {
  name: 'removed-after-notice',
  title: 'What goes was deprecated in time',
  sentence: 'What is taken out of a schema was deprecated in the version in force, and the day has come from which it may be gone; whoever deprecates gives at least thirty days.',
  clause: '5.4.3 c',
  exceptable: true,
  check: () => [],
};
