import type { MessageParameter } from '@hub/schema/errors/bilingual.js';
import type { CatalogueEntry } from '@hub/schema/errors/catalogue-entry.js';
import { catalogue, type ErrorCode } from '@hub/schema/errors/catalogue.js';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { GraphQLError } from 'graphql';

/** An error of the catalogue as GraphQL carries it, with the HTTP status where the whole request is refused. */
export function codedError(
  code: ErrorCode,
  locale: Locale,
  parameters: Readonly<Record<string, MessageParameter>> = {},
): GraphQLError {
  const { status }: CatalogueEntry = catalogue[code];
  return new GraphQLError(errorMessage(code, locale, parameters), {
    extensions: { code, ...(status === undefined ? {} : { http: { status } }) },
  });
}
