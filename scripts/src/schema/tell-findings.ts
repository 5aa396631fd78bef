import type { SchemaFinding } from '@hub/schema/check/schema-finding.js';

/** Prints what a check found, errors first: where, what, and whose it is. */
export function tellFindings(findings: readonly SchemaFinding[], placeOf: (coordinate: string) => string | undefined): void {
  const errorsFirst = findings.toSorted((a, b) => Number(a.severity !== 'ERROR') - Number(b.severity !== 'ERROR'));
  for (const { kind, severity, owners, coordinate, line, message, letPass } of errorsFirst) {
    const place = (coordinate === null ? undefined : placeOf(coordinate)) ?? [coordinate ?? '', line === null ? '' : `line ${line}`].filter(Boolean).join(', ');
    console.log(`${severity === 'ERROR' ? 'error  ' : 'warning'} ${kind}${place === '' ? '' : ` ${place}`} (${owners.join(', ')})`);
    console.log(`        ${message}${letPass === null ? '' : ` Let pass: ${letPass}.`}`);
  }
}

/** How many there are of each, in words. */
export function countsInWords(findings: readonly SchemaFinding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'ERROR').length;
  return `${errors} ${errors === 1 ? 'error' : 'errors'}, ${findings.length - errors} warnings`;
}
