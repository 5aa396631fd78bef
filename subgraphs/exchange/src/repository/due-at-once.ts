/** A next attempt that is due at once by the clock of the database, whatever that of this process says. */
export const dueAtOnce = new Date(0);
