import { join } from 'node:path';

/** Where everything of one embedded server lies. */
export type DataFolder = {
  dir: string;
  /** PGDATA */
  cluster: string;
  /** the superuser's password, mode 0600 */
  password: string;
  /** the last port, taken again when it is free */
  port: string;
  log: string;
  lock: string;
};

/** Names the places in a data folder, without touching it. */
export function dataFolderAt(dir: string): DataFolder {
  const at = (name: string) => join(dir, name);
  return { dir, cluster: at('cluster'), password: at('password'), port: at('port'), log: at('server.log'), lock: at('lock') };
}
