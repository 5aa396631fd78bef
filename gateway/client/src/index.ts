export { clientCredentials } from './client-credentials.js';
export { connectHub } from './connect-hub.js';
export { ExportRefused } from './exports/hub-exports.js';
export { verifyExport } from './exports/verify-export.js';
export { graphql } from './graphql.js';
export { HubError } from './hub-error.js';
export type { Connection } from './connection.js';
export type { TokenSource } from './token-source.js';
export type { ResultOf, VariablesOf } from 'gql.tada';
