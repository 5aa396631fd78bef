/** Loaded by `--import` before the main module of a child that has a channel to its parent: a child whose parent was killed ends at once, and leaves its port to the next. */
export const endWithParent = "data:text/javascript,process.once('disconnect',()=>process.exit(1))";
