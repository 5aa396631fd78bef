import { createRequire } from 'node:module';

/**
 * Loads graphql-shield in a way that works on every supported Node.
 *
 * Its ES module build fails on Node 23 and later, where `util.isUndefined` is gone, and its CommonJS build then denies
 * what `chain` and `race` should allow. So the CommonJS builds are taken, after the function has been put back.
 */
const require = createRequire(import.meta.url);
const util = require('node:util') as { isUndefined?: (value: unknown) => boolean };
util.isUndefined ??= (value) => value === undefined;

const library = require('graphql-shield') as typeof import('graphql-shield');

export const shield = library.shield;
export const rule = library.rule;
export const allow = library.allow;
export const deny = library.deny;
