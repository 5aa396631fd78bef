import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from './cruise.js';
import type { Finding } from './finding.js';

const fixture = 'scripts/src/checks/dependency-fixture';

/** A rule that nothing can break proves nothing: each file of the fixture breaks the rule that its comment names, and each rule has such a file. */
export async function checkDependencyFixture(root: string): Promise<Finding[]> {
  const base = join(root, fixture);
  const { rules, violations } = await cruise(root, base, folders(base));
  const expected = breaches(base);
  const unfired = expected.filter(({ file, rule }) => !violations.some((violation) => violation.rule === rule && violation.from === file));
  const unproved = rules.filter((rule) => !expected.some((breach) => breach.rule === rule));
  return [
    ...unfired.map(({ file, rule }) => ({ place: `${fixture}/${file}`, message: `The rule ${rule} does not fire here; mend the rule.` })),
    ...unproved.map((rule) => ({ place: fixture, message: `No file breaks the rule ${rule}; add one whose comment names it.` })),
  ];
}

function folders(base: string): string[] {
  const entries = readdirSync(base, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

function breaches(base: string): { file: string; rule: string }[] {
  const files = readdirSync(base, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  return files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const rule = /\/\/ (\S+)$/m.exec(readFileSync(join(base, file), 'utf8'))?.[1];
      return rule ? [{ file, rule }] : [];
    });
}
