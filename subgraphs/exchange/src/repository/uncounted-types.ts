/** Types of which no number is told or taken: their rows are seen on the terms of their subjects, which no number by holder can follow. */
export const uncountedTypes: ReadonlySet<string> = new Set(['ExchangeEvent', 'DataComment']);
