import type { CodeEntry } from './code-list.js';

/**
 * Entries of a code list in a form like that of the schema language, to be laid side by side: an enum of which each value has its names as description, and what else is told of it as directives.
 *
 * @param listId such as units
 */
export function codeEntriesAsText(listId: string, entries: readonly CodeEntry[]): string {
  const lines = entries.flatMap(({ code, zh, en, validFrom, validTo, parentCode, successorCodes, properties }) => {
    const days = [validFrom === null ? '' : `from: ${JSON.stringify(validFrom)}`, validTo === null ? '' : `until: ${JSON.stringify(validTo)}`].filter(Boolean).join(', ');
    const told = [
      ...(days === '' ? [] : [`@valid(${days})`]),
      ...(parentCode === null ? [] : [`@under(code: ${JSON.stringify(parentCode)})`]),
      ...(successorCodes.length === 0 ? [] : [`@succeeded(codes: ${JSON.stringify(successorCodes)})`]),
      ...properties.map(({ name, values }) => `@property(name: ${JSON.stringify(name)}, values: ${JSON.stringify(values)})`),
    ];
    return [`  ${JSON.stringify(`${zh} (${en})`)}`, `  ${[nameOf(code), ...told].join(' ')}`];
  });
  return [`enum ${nameOf(listId)} {`, ...lines, '}', ''].join('\n');
}

/** A code as it is, where it is a name of GraphQL; else in quotation marks. */
function nameOf(code: string): string {
  return /^[_A-Za-z]\w*$/.test(code) ? code : JSON.stringify(code);
}
