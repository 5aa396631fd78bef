import type { CompletionProblem } from './complete/completion-problem.js';
import type { SubgraphError } from './subgraph-error.js';

/** The problems of which no subgraph has said already why a value is not there (GraphQL §6.4.4: an error is told once). */
export function untoldProblems(problems: readonly CompletionProblem[], errors: readonly SubgraphError[]): readonly CompletionProblem[] {
  if (problems.length === 0 || errors.length === 0) return problems;
  return problems.filter(({ kind, path }) => kind === 'invalid' || !errors.some((error) => explains(error, path)));
}

function explains({ path: told }: SubgraphError, path: readonly (string | number)[]): boolean {
  if (!told) return true;
  const length = Math.min(told.length, path.length);
  return path.slice(0, length).every((key, at) => key === told[at]);
}
