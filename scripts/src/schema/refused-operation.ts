/** A registered operation that a change would have refused, as the registry tells it. */
export interface RefusedOperation {
  readonly operationId: string;
  readonly client: string;
  readonly name: string;
  readonly problem: string;
}

/** One in one line, with the id by which it is retired. */
export function refusedInWords({ client, name, problem, operationId }: RefusedOperation): string {
  return `Would refuse ${name} of ${client}: ${problem} (hub operations retire ${operationId})`;
}
