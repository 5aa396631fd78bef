import type { ApolloServerPlugin } from '@apollo/server';
import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { type GraphQLFormattedError, type GraphQLSchema, isEnumType } from 'graphql';

/** How graphql-js tells that a value of a variable does not fit its type (execution/values, coerceVariableValues). */
const ofVariable = /^Variable "\$(?<variable>\w+)" got invalid value [^]*?(?: at "(?<place>[\w[\].]+)")?; (?<problem>[^]*)$/;

/** What graphql-js says of a value, and the same in Chinese. */
const inChinese: readonly (readonly [RegExp, string])[] = [
  [/^Value "([^]*)" does not exist in "(\w+)" enum/, '枚举 $2 没有值 $1'],
  [/^Enum "(\w+)" cannot represent/, '不是枚举 $1 的值'],
  [/^(\w+) cannot represent/, '不是有效的 $1 值'],
  [/^Expected non-nullable type "(.+)" not to be null/, '类型 $1 不得为空'],
  [/^Field "(\w+)" of required type "(.+)" was not provided/, '缺少必填项 $1（类型 $2）'],
  [/^Field "(\w+)" is not defined by type "(\w+)"/, '类型 $2 没有字段 $1'],
  [/^Expected type "(\w+)" to be an object/, '应为 $1 对象'],
];

const examples: Readonly<Record<string, string>> = { Int: '3', Float: '0.5', Boolean: 'true', ID: '"0b3f5c1e"', String: '"水壶"' };

/** Whoever sends a list looks for the outcomes of its other items: there are none. */
const whole: Readonly<Record<Locale, string>> = {
  en: ' Nothing of the request was done: mend that value, and send all of it again.',
  'zh-CN': '整个请求均未执行：请更正该值后重新提交全部内容。',
};

/**
 * Refuses a value of a variable that does not fit its type as acts refuse theirs: VALUE_INVALID, the place in `field`, what
 * would be right, in the caller's language. GraphQL reads all values before anything is done, so the whole request is refused.
 */
export function tellUnreadableInput<Context extends { readonly locale: Locale }>(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async ({ schema }) => ({
      willSendResponse: async ({ response, contextValue: { locale } }) => {
        if (response.body.kind !== 'single') return;
        const result = response.body.singleResult;
        if (result.errors) result.errors = result.errors.map((error) => unreadableInput(error, schema, locale));
      },
    }),
  };
}

/** An error as it is told; one that is not about a value of a variable as it is. */
export function unreadableInput(error: GraphQLFormattedError, schema: GraphQLSchema, locale: Locale): GraphQLFormattedError {
  const { code, unreadable } = (error.extensions ?? {}) as { code?: string; unreadable?: { problem: Bilingual; example: string } };
  const { variable, place, problem } = ofVariable.exec(error.message)?.groups ?? {};
  if (!['BAD_USER_INPUT', 'VALUE_INVALID'].includes(code ?? '') || variable === undefined || problem === undefined) return error;
  const field = (place ?? variable).replaceAll('[', '.').replaceAll(']', '');
  const told = unreadable ?? { problem: { en: problem.replace(/\.$/, ''), 'zh-CN': chinese(problem) }, example: rightExample(problem, schema) };
  const message = `${errorMessage('VALUE_INVALID', locale, { field, ...told })}${whole[locale]}`;
  return { ...error, message, extensions: { code: 'VALUE_INVALID', field } };
}

function chinese(problem: string): string {
  for (const [pattern, words] of inChinese) {
    const found = pattern.exec(problem);
    if (found) return words.replaceAll(/\$(\d)/g, (_all, group: string) => found[Number(group)] ?? '');
  }
  return '与其类型不符';
}

function rightExample(problem: string, schema: GraphQLSchema): string | Bilingual {
  const name = /(?:"|^)(\w+)!?"? (?:enum|cannot represent|not to be null|was not provided)/.exec(problem)?.[1] ?? '';
  const type = schema.getType(name);
  if (isEnumType(type)) return type.getValues().map((value) => value.name).join(' | ');
  return examples[name] ?? { en: 'a value of the type that the schema gives', 'zh-CN': '符合 schema 所给类型的值' };
}
