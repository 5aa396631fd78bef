/** Gives a bearer token that is valid now, a newer one where the last is about to expire. */
export type TokenSource = () => Promise<string>;
