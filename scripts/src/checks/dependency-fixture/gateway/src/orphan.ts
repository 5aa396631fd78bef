export const orphan = 1; // no-orphan
