import type { Locale } from './locale.js';

/** Words of the hub in each language in which it speaks. */
export type Bilingual = Readonly<Record<Locale, string>>;

/** What fills a placeholder of a message: a value as it is, or words in the language of the message. */
export type MessageParameter = string | number | Bilingual;
