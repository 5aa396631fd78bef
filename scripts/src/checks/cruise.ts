import { join } from 'node:path';
import { runProgram } from './run-program.js';

/** A breach of a rule of .dependency-cruiser.cjs. */
export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

interface CruiseResult {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string; readonly to: string }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
  };
}

export interface Cruise {
  readonly modules: number;
  readonly rules: readonly string[];
  readonly violations: readonly Violation[];
}

/** Applies the rules "who may import whom" to the folders under `base`; throws where dependency-cruiser cannot work. */
export async function cruise(root: string, base: string, folders: readonly string[]): Promise<Cruise> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(root, '.dependency-cruiser.cjs');
  const args = [program, ...folders, '--config', config, '--output-type', 'json'];
  const { output, errors } = await runProgram(process.execPath, args, base);
  if (!output.startsWith('{')) throw new Error(`dependency-cruiser said: ${(errors || output).trim()}`);
  const { summary } = JSON.parse(output) as CruiseResult;
  return {
    modules: summary.totalCruised,
    rules: summary.ruleSetUsed.forbidden.map((rule) => rule.name),
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
