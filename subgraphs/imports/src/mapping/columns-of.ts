import type { FieldMapping, Mapping } from './mapping.js';

const placeholder = /\{([^{}]+)\}/g;

/** The columns or paths that a field is made of. */
export function columnsOfField({ from = [], text = '', each }: FieldMapping): string[] {
  return [...from, ...(each === undefined ? [...text.matchAll(placeholder)].map(([, column = '']) => column) : [each])];
}

/** All columns or paths that a mapping reads, each once. */
export function columnsOf({ key, skip, fields }: Mapping): string[] {
  return [...new Set([...key, ...skip.map(({ column }) => column), ...Object.values(fields).flatMap(columnsOfField)])];
}

/** A text with what its placeholders name, and whether any of them held anything. */
export function filled(text: string, valueOf: (column: string) => string): string {
  let held = false;
  const whole = text.replaceAll(placeholder, (_, column: string) => {
    const value = valueOf(column);
    held ||= value !== '';
    return value;
  });
  return held ? whole.trim() : '';
}
