import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { GraphQLError, type ExecutionResult } from 'graphql';
import type { CompletionProblem } from '../executor/complete/completion-problem.js';
import type { ExecutionAnswer } from '../executor/executor.js';

/** The executor's answer as GraphQL has it; what does not fit the schema is told in the caller's language. */
export function executionResult({ data, errors, problems }: ExecutionAnswer, locale: Locale): ExecutionResult {
  const told = [...errors, ...problems.map((problem) => problemError(problem, locale))];
  return told.length === 0 ? { data } : { errors: told, data };
}

function problemError({ kind, coordinate, path }: CompletionProblem, locale: Locale): GraphQLError {
  const { message, extensions } = codedError(kind === 'missing' ? 'UPSTREAM_VALUE_MISSING' : 'UPSTREAM_VALUE_INVALID', locale, { coordinate });
  return new GraphQLError(message, { path, extensions });
}
