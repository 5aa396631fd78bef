import { owners } from '@hub/prisma/owner.js';
import type { Finding } from '../finding.js';
import type { SourceTree } from '../source-tree.js';
import { rootFields, rootTypes } from './root-fields.js';

/** The path of a resolver is its schema coordinate: each root field of an owner's SDL has its file, and each file its field. */
export function checkResolverPaths(tree: SourceTree): Finding[] {
  return owners.flatMap((owner) => {
    const declared = rootFields(tree, owner);
    if (declared.size === 0) return [{ place: `schema/sdl/${owner}/`, message: 'No root field is declared here.' }];
    const folder = `subgraphs/${owner}/src/resolvers/`;
    const resolved = new Set(tree.files.flatMap((file) => coordinate(file, folder)));
    return [
      ...[...declared].filter((field) => !resolved.has(field)).map((field) => ({ place: `${folder}${field}.ts`, message: 'The SDL declares this field; its resolver is missing.' })),
      ...[...resolved].filter((field) => !declared.has(field)).map((field) => ({ place: `${folder}${field}.ts`, message: `The SDL in schema/sdl/${owner} declares no such field.` })),
    ];
  });
}

function coordinate(file: string, folder: string): string[] {
  if (!file.startsWith(folder) || file.endsWith('.test.ts')) return [];
  const path = /^(\w+\/\w+)\.ts$/.exec(file.slice(folder.length))?.[1];
  return path && rootTypes.includes(path.split('/')[0] ?? '') ? [path] : [];
}
