import type { IncomingHttpHeaders } from 'node:http';
import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import { localeOf, type Locale } from '@hub/schema/errors/locale.js';
import { z } from 'zod';
import { codedError } from '../refusals/coded-error.js';

type Issue = z.core.$ZodIssue;

/** So many wrong parts are told of one request, each in so many characters: who asks needs no more to put it right, and may have sent millions. */
const [mostTold, longest] = [10, 300];

/** What is wrong in zod's own words of each language, unless the shape says it in both. */
const words: Readonly<Record<Locale, z.core.$ZodErrorMap>> = { en: inWordsOf('en', z.locales.en().localeError), 'zh-CN': inWordsOf('zh-CN', z.locales.zhCN().localeError) };

/** Of a part of a shape: what is wrong with what it does not take. */
export function wrong(problem: Bilingual): { readonly params: { readonly problem: Bilingual } } {
  return { params: { problem } };
}

/** What a request says in its path, its query or its body, as its address takes it. @throws GraphQLError REQUEST_INVALID, which names each part that is wrong, in the language that is asked for */
export function parseRequest<Shape extends z.ZodType>(shape: Shape, given: unknown, headers: IncomingHttpHeaders): z.output<Shape> {
  const locale = localeOf(headers['accept-language']);
  const { success, data, error } = shape.safeParse(given, { error: words[locale] });
  if (success) return data;
  const [of, next] = locale === 'en' ? [': ', '; '] : ['：', '；'];
  const all = nearest(error.issues);
  const told = all.slice(0, mostTold).map(({ path, message }) => shortened(path.length === 0 ? message : `${path.join('.')}${of}${message}`));
  throw codedError('REQUEST_INVALID', locale, { problems: [...told, ...(all.length > mostTold ? ['…'] : [])].join(next) });
}

/** At its length, a part of a request may be as long as the request. */
function shortened(problem: string): string {
  return problem.length > longest ? `${problem.slice(0, longest)}…` : problem;
}

/** Of what may have one form or another, what is wrong with the form that it comes nearest to. */
function nearest(issues: readonly Issue[]): readonly Issue[] {
  return issues.flatMap((issue) => {
    const [form] = issue.code === 'invalid_union' ? issue.errors.toSorted((one, other) => one.length - other.length) : [];
    return form ? nearest(form.map((each) => ({ ...each, path: [...issue.path, ...each.path] }))) : [issue];
  });
}

function inWordsOf(locale: Locale, byZod: z.core.$ZodErrorMap): z.core.$ZodErrorMap {
  return (issue) => (issue.code === 'custom' ? (issue.params?.['problem'] as Bilingual | undefined)?.[locale] : undefined) ?? byZod(issue);
}
