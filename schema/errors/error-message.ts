import type { MessageParameter } from './bilingual.js';
import type { CatalogueEntry } from './catalogue-entry.js';
import { catalogue, type ErrorCode } from './catalogue.js';
import type { Locale } from './locale.js';

const parameterLimit = 1000;

/** The message of a code in a language, its placeholders filled; a missing parameter stays visible as its name. */
export function errorMessage(
  code: ErrorCode,
  locale: Locale,
  parameters: Readonly<Record<string, MessageParameter>> = {},
): string {
  const entry: CatalogueEntry = catalogue[code];
  return entry[locale].replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = parameters[name] ?? placeholder;
    return shown(typeof value === 'object' ? value[locale] : String(value));
  });
}

/** What was sent is said back cut, and without characters that would hide or reorder the message. */
function shown(text: string): string {
  const cut = text.length > parameterLimit ? `${text.slice(0, parameterLimit)}…` : text;
  return cut.replaceAll(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
