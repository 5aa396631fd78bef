import { wrong } from '@hub/kernel/service/parse-request.js';
import { z } from 'zod';

/** A name or an id in an address: the database knows no NUL. */
export const text = z.string().refine((given) => !given.includes('\0'), wrong({ en: 'has a character that no name has (NUL)', 'zh-CN': '含有名称中不允许的字符（NUL）' }));

/** A number in an address, as large as GraphQL's Int and the database have them. */
export const int = z.coerce.number().pipe(z.int32());

/** Which page of a list is asked for. */
export const page = (limit = 100) => ({ first: int.pipe(z.int32().min(1).max(limit)).default(20), after: text.optional() });
