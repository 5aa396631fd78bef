/**
 * Headers of which a request needs one where its content type is none that a browser asks leave for (CORS preflight): no other
 * page can then send it in a user's name. A browser never adds a bearer token by itself, so `authorization` proves it as well.
 */
export const csrfPrevention = { requestHeaders: ['authorization', 'x-apollo-operation-name', 'apollo-require-preflight'] };
