import { owners } from '@hub/prisma/owner.js';
import type { Finding } from '../finding.js';
import type { SourceTree } from '../source-tree.js';

const files = ['README.md', 'package.json', 'src/main.ts', 'src/service.ts', 'src/context.ts', 'src/environment.ts'];
const rooms = ['src/resolvers/', 'src/domain/', 'src/repository/', 'src/loaders/', 'src/inbox/', 'test/'];

/** What lies beside the subgraphs and is none. */
const noSubgraphs = new Set(['kernel', 'imports']);

/** Every subgraph has the same rooms, so that who knows one knows all. */
export function checkRooms(tree: SourceTree): Finding[] {
  const present = [...new Set(tree.files.flatMap((file) => /^subgraphs\/([^/]+)\//.exec(file)?.[1] ?? []))];
  const subgraphs = new Set([...owners, ...present.filter((name) => !noSubgraphs.has(name))]);
  return [...subgraphs].flatMap((subgraph) => {
    const folder = `subgraphs/${subgraph}/`;
    const inside = tree.files.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length));
    return [
      ...files.filter((file) => !inside.includes(file)).map((file) => ({ place: folder + file, message: 'This file is missing; every subgraph has it.' })),
      ...rooms
        .filter((room) => !inside.some((file) => file.startsWith(room)))
        .map((room) => ({ place: folder + room, message: 'This room is missing or empty; every subgraph has it.' })),
    ];
  });
}
