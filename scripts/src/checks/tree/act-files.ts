import { owners } from '@hub/prisma/owner.js';
import type { Finding } from '../finding.js';
import type { SourceTree } from '../source-tree.js';
import { rootFields } from './root-fields.js';

/** What an act does stands under its name: `repository/accept-commission.ts`, or in a folder of the repository, for `acceptCommission`. */
export function checkActFiles(tree: SourceTree): Finding[] {
  return owners.flatMap((owner) => {
    const repository = `subgraphs/${owner}/src/repository/`;
    const names = new Set(tree.files.filter((file) => file.startsWith(repository)).map((file) => file.split('/').at(-1)));
    return [...rootFields(tree, owner)]
      .flatMap((field) => /^Mutation\/(\w+)$/.exec(field)?.[1] ?? [])
      .map((act) => `${act.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`)
      .filter((name) => !names.has(name))
      .map((name) => ({ place: repository + name, message: 'The SDL declares this act; what it does belongs in a file of its name.' }));
  });
}
