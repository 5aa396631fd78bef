import { ImportFault } from '@hub/imports/import-fault.js';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { CommandRefused } from '../command-refused.js';

/** Does something; what is wrong with a file or a mapping is told in the language that was asked for. @throws CommandRefused */
export async function toldIn<Result>(locale: Locale, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ImportFault ? new CommandRefused(`${error.code}: ${errorMessage(error.code, locale, error.parameters)}`) : error;
  }
}

/** @throws CommandRefused */
export function localeNamed(lang: string): Locale {
  if (lang === 'en' || lang === 'zh-CN') return lang;
  throw new CommandRefused(`"${lang}" is no language of the hub. Right would be en or zh-CN.`);
}
