import type { GraphQLResponse } from '@apollo/server';
import type { Locale } from '@hub/schema/errors/locale.js';
import { codedError } from '../refusals/coded-error.js';

/** Puts an error without data in the place of an answer whose entry in the audit log is not known to be durable (5.4.3 d). */
export function withholdAnswer(response: GraphQLResponse, locale: Locale): void {
  const { message, extensions } = codedError('AUDIT_UNAVAILABLE', locale);
  response.http.status = 503;
  response.body = { kind: 'single', singleResult: { errors: [{ message, extensions: { code: extensions['code'] } }] } };
}
