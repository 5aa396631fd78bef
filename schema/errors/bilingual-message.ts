import type { Bilingual, MessageParameter } from './bilingual.js';
import type { ErrorCode } from './catalogue.js';
import { errorMessage } from './error-message.js';

/** The message of a code in every language, for what is kept and read by somebody else later. */
export function bilingualMessage(code: ErrorCode, parameters: Readonly<Record<string, MessageParameter>> = {}): Bilingual {
  return { en: errorMessage(code, 'en', parameters), 'zh-CN': errorMessage(code, 'zh-CN', parameters) };
}
