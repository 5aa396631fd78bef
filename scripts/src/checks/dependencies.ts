import { cruise } from './cruise.js';
import type { Finding } from './finding.js';

/** Holds the project's imports against the rules of .dependency-cruiser.cjs. */
export async function checkDependencies(root: string): Promise<Finding[]> {
  const { modules, violations } = await cruise(root, root, ['schema', 'prisma', 'subgraphs', 'gateway', 'scripts']);
  if (modules === 0) return [{ place: '.dependency-cruiser.cjs', message: 'No module was seen, so that nothing was checked.' }];
  return violations.map(({ rule, from, to }) => ({ place: from, message: `${rule}${to === from ? '' : `: imports ${to}`}` }));
}
