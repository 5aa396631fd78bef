import { expect, it } from 'vitest';
import { checkPackages } from './packages.js';
import { sourceTreeOf } from './testing/source-tree-of.js';

function findingsIn(text: string, dependencies: object): string[] {
  const root = JSON.stringify({ name: '@hub/root', devDependencies: { vitest: '1' } });
  const files = { 'package.json': root, 'subgraphs/labs/package.json': JSON.stringify({ name: '@hub/labs', dependencies }), 'subgraphs/labs/src/a.ts': text };
  return checkPackages(sourceTreeOf(files)).map(({ message }) => message);
}

it('lets a package import what it declares, itself, built-ins and the tools of the root', () => {
  const text = `import { z } from 'zod';\nimport 'node:fs';\nimport { it } from 'vitest';\nimport { x } from '@hub/labs/b.js';\nimport './c.js';\n`;
  expect(findingsIn(text, { zod: '4', '@types/pg': '8' })).toEqual([]);
});

it('misses what is imported and not declared, types and imports in the course of work included', () => {
  const text = `import type { JWK } from 'jose';\nawait import('@apollo/server/errors');\n`;
  expect(findingsIn(text, {})).toEqual([
    'subgraphs/labs/src/a.ts imports jose, which is not declared here.',
    'subgraphs/labs/src/a.ts imports @apollo/server, which is not declared here.',
  ]);
});

it('finds what is declared and never imported', () => {
  expect(findingsIn('export const a = "zod";\n', { zod: '4' })).toEqual(['No file here imports zod; take it out.']);
});
