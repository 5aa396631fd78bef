import { superuser } from './server-settings.js';

/** The address of one database of an embedded server. */
export function serverAddress(port: number, password: string, database: string): string {
  return `postgresql://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}
