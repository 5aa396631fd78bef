/** How many rows a page of a list has (Relay Cursor Connections): where neither first nor last is given, and at most. */
export const pageSize = { standard: 50, limit: 500 } as const;
