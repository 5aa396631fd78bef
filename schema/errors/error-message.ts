import { catalogue, type CatalogueEntry, type ErrorCode } from './catalogue.js';
import type { MessageParameter } from './bilingual.js';
import type { Locale } from './locale.js';

/** The message of a code in a language, its placeholders filled; a missing parameter stays visible as its name. */
export function errorMessage(
  code: ErrorCode,
  locale: Locale,
  parameters: Readonly<Record<string, MessageParameter>> = {},
): string {
  const entry: CatalogueEntry = catalogue[code];
  return entry[locale].replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = parameters[name] ?? placeholder;
    return typeof value === 'object' ? value[locale] : String(value);
  });
}
