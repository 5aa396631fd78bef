import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import { owners, type Owner } from '@hub/prisma/owner.js';
import { readEnvironment } from '../../environment.js';

/** One database per owner, all on one server. */
export type Databases = Readonly<Record<Owner, string>>;

/** Name of an owner's database in a set, such as `bench_1000_labs`. */
export function databaseName(set: string, owner: Owner): string {
  return `bench_${set}_${owner.replaceAll('-', '_')}`;
}

/** The addresses of a set as the variables by which the hub is told of them. */
export function databaseVariables(databases: Databases): Record<string, string> {
  return Object.fromEntries(owners.map((owner) => [`DATABASE_URL_${settingName(owner)}`, databases[owner]]));
}

/** The addresses of the set that this process was told of. @throws Error where one is missing */
export function toldDatabases(): Databases {
  const { databaseUrls } = readEnvironment();
  const missing = owners.filter((owner) => databaseUrls[owner] === undefined);
  if (missing.length > 0) throw new Error(`There is no address of the database of ${missing.join(', ')}.`);
  return databaseUrls as Databases;
}
