import { channel } from 'node:diagnostics_channel';

/** One statement that a client is about to send. */
export type SentStatement = { application: string; sql: string };

/** Tells every statement that a client of this process sends; it costs nothing while nobody listens. */
export const sqlChannel = channel('hub.prisma.sql');
