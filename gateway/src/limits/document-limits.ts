import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { GraphQLError, parse } from 'graphql';
import { countTokens } from './count-tokens.js';
import { limitExceeded } from './limit-exceeded.js';
import type { Limits } from './limit-settings.js';
import { measureDocument } from './measure-document.js';

/** How deep brackets may nest before the parser, which is recursive, is asked: far below what its stack takes. */
const nestingOfParser = 250;
const rememberedCharacters = 4 * 1024 * 1024;

/** What is asked of a document alone, before it is validated, planned or even known to the schema. */
export class DocumentLimits {
  readonly #limits: Limits;
  readonly #introspection: boolean;
  /** Texts that passed, the longest unused first. */
  readonly #passed = new Set<string>();
  #characters = 0;

  constructor(limits: Limits, options: { readonly introspection: boolean }) {
    this.#limits = limits;
    this.#introspection = options.introspection;
  }

  /**
   * Refuses a document that goes beyond a limit. One that is no GraphQL passes: the server says better what is wrong with it.
   * @throws GraphQLError LIMIT_TOKENS, LIMIT_DEPTH, LIMIT_FIELDS, LIMIT_ALIASES, LIMIT_ROOT_FIELDS, LIMIT_DIRECTIVES,
   *   LIMIT_INTROSPECTION, FRAGMENT_CYCLE, INTROSPECTION_OFF
   */
  check(text: string, locale: Locale): void {
    if (this.#passed.delete(text)) {
      this.#passed.add(text);
      return;
    }
    const counted = countTokens(text, this.#limits.LIMIT_TOKENS);
    this.#refuseBeyond('LIMIT_TOKENS', counted.tokens, locale);
    if (counted.nesting > nestingOfParser) throw this.#exceeded('LIMIT_DEPTH', counted.nesting, locale);
    const document = unlessUnreadable(() => parse(text, { noLocation: true }));
    if (!document) return;
    const measure = measureDocument(document);
    if (measure.circle) throw codedError('FRAGMENT_CYCLE', locale, { circle: measure.circle.join(' → ') });
    this.#refuseBeyond('LIMIT_DEPTH', measure.depth, locale);
    this.#refuseBeyond('LIMIT_FIELDS', measure.fields, locale);
    this.#refuseBeyond('LIMIT_ALIASES', measure.aliases, locale);
    this.#refuseBeyond('LIMIT_ROOT_FIELDS', measure.rootFields, locale);
    this.#refuseBeyond('LIMIT_DIRECTIVES', measure.directives, locale);
    if (measure.introspects && !this.#introspection) throw codedError('INTROSPECTION_OFF', locale, { field: measure.introspects });
    this.#refuseBeyond('LIMIT_INTROSPECTION', measure.schemaLists, locale);
    this.#remember(text);
  }

  #refuseBeyond(name: Parameters<typeof limitExceeded>[0] & keyof Limits, came: number, locale: Locale): void {
    if (came > this.#limits[name]) throw this.#exceeded(name, came, locale);
  }

  #exceeded(name: Parameters<typeof limitExceeded>[0] & keyof Limits, came: number, locale: Locale): GraphQLError {
    return limitExceeded(name, locale, { limit: this.#limits[name], came });
  }

  #remember(text: string): void {
    this.#passed.add(text);
    this.#characters += text.length;
    for (const oldest of this.#passed) {
      if (this.#characters <= rememberedCharacters) break;
      this.#passed.delete(oldest);
      this.#characters -= oldest.length;
    }
  }
}

function unlessUnreadable<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}
