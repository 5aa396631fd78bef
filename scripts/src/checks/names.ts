import type { Finding } from './finding.js';
import type { SourceTree } from './source-tree.js';

const organised = 'how the work was organised, which no reader needs';

/** What must not stand in a file of the project, with the reason. Brackets keep this list from finding itself. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w.])\/(?:wor[k]|roo[t])\//, 'a path of one machine'],
  [/\bregistry[.](?:np[m]|yarn)/, 'a host of a package registry, which each user chooses'],
  [/\bissue #?\d+\b|\bsub-?agent/i, organised],
  // Each alone is an ordinary word: plans are issued, users have sessions, browsers are agents.
  [/\b(?:earlier|later|previous) (?:issues|tasks?|sessions?)\b|\b(?:earlier|later|previous|other|another) (?:helper|agent|engineer)s?\b/i, organised],
  [/\b(?:AI|coding|language|lead|house|review) (?:agent|assistant|model|engineer|brief|finding)s?\b|\b(?:ChatGP[T]|Copilo[t]|LL[M]s?)\b/i, organised],
  [/\b(?:TOD[O]|FIXM[E]|WI[P])\b/, 'a note to oneself; do it, or write what is missing as a sentence'],
];

/** Looks through every text file for words that belong to one machine or to the making of the project. */
export function checkNames(tree: SourceTree): Finding[] {
  return tree.files.flatMap((file) => {
    const text = tree.read(file);
    if (text.includes('\0')) return [];
    return text.split('\n').flatMap((line, index) =>
      forbidden
        .filter(([pattern]) => pattern.test(line))
        .map(([pattern, reason]) => ({ place: `${file}:${index + 1}`, message: `"${pattern.exec(line)?.[0]}" is ${reason}.` })),
    );
  });
}
