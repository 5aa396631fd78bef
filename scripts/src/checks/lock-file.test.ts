import { expect, it } from 'vitest';
import { checkLockFile } from './lock-file.js';
import { sourceTreeOf } from './testing/source-tree-of.js';

function findingsIn(packages: object): string[] {
  return checkLockFile(sourceTreeOf({ 'package-lock.json': JSON.stringify({ packages }) })).map(({ message }) => message);
}

it('finds a dependency in the folders above, as Node does', () => {
  const a = { dependencies: { b: '1', c: '1' } };
  expect(findingsIn({ 'node_modules/a': a, 'node_modules/a/node_modules/b': {}, 'node_modules/c': {}, gateway: { dependencies: { a: '1' } } })).toEqual([]);
});

it('misses a binary of another platform', () => {
  expect(findingsIn({ 'node_modules/turbo': { optionalDependencies: { '@turbo/darwin-64': '1' } } })).toEqual([
    'node_modules/turbo needs @turbo/darwin-64, which is not locked; make the lock file anew.',
  ]);
});

it('refuses the host of a registry', () => {
  expect(findingsIn({ 'node_modules/a': { resolved: 'https://example.org/a.tgz' }, 'node_modules/b': { resolved: 'gateway', link: true } })).toHaveLength(1);
});
