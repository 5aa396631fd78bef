import type { Application } from '@hub/schema/policy/decision/apply-for.js';

/** What of an error tells whether another says the same. */
interface Told {
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Makes one error of those that say the same: one per denied coordinate and response position, at the first row's path and with the holders of all,
 * one per subgraph that does not answer or is out of step, one for a caller who is not known. The others stay as they are.
 */
export function mergeErrors<Error extends Told>(errors: readonly Error[]): Error[] {
  const merged = new Map<unknown, Error>();
  for (const error of errors) {
    const key = sameness(error) ?? error;
    const known = merged.get(key);
    const first = !known || isBefore(error.path, known.path) ? error : known;
    merged.set(key, known ? withHoldersOf(first, first === error ? known : error) : first);
  }
  return [...merged.values()];
}

function sameness({ extensions, path }: Told): string | undefined {
  const { code, coordinate, owner } = extensions ?? {};
  if (code === 'UNAUTHENTICATED' || code === 'LIMIT_TIME_MS') return code;
  if (code === 'UPSTREAM_UNAVAILABLE' || code === 'UPSTREAM_OUT_OF_STEP') return `${code} ${String(owner)}`;
  if (typeof coordinate !== 'string') return undefined;
  const position = path?.filter((key) => typeof key === 'string').join('.');
  return `${String(code)} ${coordinate} ${position}`;
}

/** A refusal that names the holders of another one as well, also where it says whom to apply to. */
function withHoldersOf<Error extends Told>(error: Error, { extensions: other }: Told): Error {
  const [own, others] = [error.extensions?.['holders'], other?.['holders']];
  if (!Array.isArray(own) || !Array.isArray(others)) return error;
  const holders = [...new Set([...own, ...others] as string[])];
  const application = error.extensions?.['apply'] as Application | undefined;
  const apply = application && { ...application, variables: { items: application.variables.items.map((item) => ({ ...item, holderIds: holders })) } };
  return { ...error, extensions: { ...error.extensions, holders, ...(apply && { apply }) } };
}

/** Whether a path leads to an earlier row than another of the same position. */
function isBefore(path: readonly (string | number)[] = [], other: readonly (string | number)[] = []): boolean {
  const index = path.findIndex((key, at) => key !== other[at]);
  const [here, there] = [path[index], other[index]];
  return typeof here === 'number' && typeof there === 'number' && here < there;
}
