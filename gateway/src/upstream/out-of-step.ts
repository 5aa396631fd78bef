import { errorMessage } from '@hub/schema/errors/error-message.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { GraphQLFormattedError } from 'graphql';
import { toldError } from './told-error.js';

const code = 'UPSTREAM_OUT_OF_STEP';

/** What is read of an answer. */
interface Refused {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> | undefined }[] | undefined;
}

/** Whether a subgraph finds invalid what was planned for it: the query is valid, and its code is another than the schema in force says, as in a roll-out. */
export function isOutOfStep({ data, errors = [] }: Refused): boolean {
  return !data && errors.some(({ extensions }) => extensions?.['code'] === 'GRAPHQL_VALIDATION_FAILED');
}

/** What the caller is told of that: nothing is wrong with the query, and it is answered whole when all processes of the owner have the same code. */
export function outOfStep(owner: string, locale: Locale): GraphQLFormattedError {
  return toldError({ message: errorMessage(code, locale, { owner }), extensions: { code } }, owner);
}
