import { startEmbeddedPostgres } from '../embedded/start-embedded-postgres.js';

// The program of hub-process.ts: starts the server and stays until it is killed.
try {
  const { pid, port, urlFor } = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' });
  process.send?.({ pid, port, url: urlFor('postgres') });
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.send?.({ refused: (error as Error).message });
  process.disconnect?.();
}
