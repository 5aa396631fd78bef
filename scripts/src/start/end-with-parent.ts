// Loaded before the main module of each child: a child whose hub was killed ends at once, and leaves its port to the next.
process.once('disconnect', () => process.exit(1));
