/** Header by which a gateway names the request that an operation is part of. */
export const requestHeader = 'x-request-id';
