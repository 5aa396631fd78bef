import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import { owners, type Owner } from '@hub/prisma/owner.js';

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

/** The addresses of a set as they stand in variables. @throws Error where one is missing */
export function databasesOf(variables: Readonly<Record<string, string | undefined>>): Databases {
  const of = (owner: Owner): string => {
    const url = variables[`DATABASE_URL_${settingName(owner)}`];
    if (url === undefined) throw new Error(`DATABASE_URL_${settingName(owner)} is not set.`);
    return url;
  };
  return Object.fromEntries(owners.map((owner) => [owner, of(owner)])) as Databases;
}
