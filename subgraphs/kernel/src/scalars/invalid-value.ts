import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import { GraphQLError } from 'graphql';

/**
 * The refusal of a value that a scalar cannot read. Values are read before anybody knows the caller's language, so both
 * are given, in `extensions.unreadable` for who knows it.
 *
 * @param problem a clause that says what is wrong with the value, such as “it is no calendar day”
 */
export function invalidValue(
  scalar: string,
  value: unknown,
  problem: Bilingual,
  example: string,
): GraphQLError {
  const shown = String(value).slice(0, 40);
  const unreadable = { problem: { en: `"${shown}": ${problem.en}`, 'zh-CN': `“${shown}”：${problem['zh-CN']}` }, example };
  const message = (['zh-CN', 'en'] as const)
    .map((locale) => errorMessage('VALUE_INVALID', locale, { field: scalar, ...unreadable }))
    .join(' / ');
  return new GraphQLError(message, { extensions: { code: 'VALUE_INVALID', unreadable } });
}
