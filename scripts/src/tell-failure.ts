/** Failures whose message is written for the person who typed the command: what is wrong and what to do next. */
const forPeople = ['CommandRefused', 'DemoFailed', 'EmbeddedPostgresError', 'EnvironmentInvalid', 'HubAway', 'LoadFailed', 'MigrationError', 'RegistryAway', 'RegistryRefused', 'ServiceRefused', 'SupergraphMissing'];

/** Ends the process with exit code 1 and says why; only what nobody expected comes with its stack. */
export function tellFailure(error: unknown): never {
  console.error(inWords(error));
  process.exit(1);
}

/** What failed, for whoever typed the command: what is wrong and what to do next. */
export function inWords(thrown: unknown): string {
  const error = thrown as NodeJS.ErrnoException & { port?: number };
  if (forPeople.includes(error.name)) return error.message;
  if (error.code === 'EADDRINUSE') return `Port ${error.port} was taken by another program while the hub was starting. Start it again.`;
  return error.stack ?? String(error);
}
