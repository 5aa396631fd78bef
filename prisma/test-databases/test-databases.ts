import type { Owner } from '../owner.js';

/** What the one server of a test run tells its workers. */
export type TestDatabases = {
  /** The address of the database "postgres" of that server. */
  adminUrl: string;
  /** For each owner the database to clone, or why its migrations could not be applied. */
  templates: Record<Owner, { database: string } | { failure: string }>;
};

declare module 'vitest' {
  export interface ProvidedContext {
    testDatabases: TestDatabases;
  }
}
