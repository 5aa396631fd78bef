import type { Finding } from '../finding.js';
import type { SourceTree } from '../source-tree.js';

const command = /\bnpm (?:run (?:-s |--silent )?([\w:-]+)|(start|test)\b)(?:[^`\n]*? -w (\S+?)[`\s])?/g;

/** Every npm script that a page names exists, in the root or in the workspace named by `-w`. */
export function checkCommands(tree: SourceTree): Finding[] {
  const scripts = scriptsOf(tree);
  return tree.files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => tree.read(file).split('\n').flatMap((line, index) => commandsIn(`${line}\n`).map((named) => ({ ...named, place: `${file}:${index + 1}` }))))
    .filter(({ script, workspace }) => !scripts.get(workspace)?.includes(script))
    .map(({ place, script, workspace }) => ({ place, message: `The script ${script} is not in the package.json of ${workspace || 'the root'}.` }));
}

function commandsIn(line: string): { script: string; workspace: string }[] {
  return [...line.matchAll(command)].map(([, script, lifecycle, workspace]) => ({ script: script ?? lifecycle ?? '', workspace: workspace ?? '' }));
}

/** The scripts of each package, by its name and by its folder; the root is ''. */
function scriptsOf(tree: SourceTree): Map<string, string[]> {
  const manifests = tree.files.filter((file) => /(^|\/)package\.json$/.test(file));
  return new Map(
    manifests.flatMap((file): [string, string[]][] => {
      const { name, scripts = {} } = JSON.parse(tree.read(file)) as { name: string; scripts?: Record<string, string> };
      const folder = file.replace(/\/?package\.json$/, '');
      return [
        [folder, Object.keys(scripts)],
        [name, Object.keys(scripts)],
      ];
    }),
  );
}
