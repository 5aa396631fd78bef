import type { Format } from '../mapping/mapping.js';

/** Whether a format has rows and columns: what is given back of it to be mended is a table too. */
export function isTable(format: Format): format is Extract<Format, { readonly aliases: unknown }> {
  return 'aliases' in format;
}
