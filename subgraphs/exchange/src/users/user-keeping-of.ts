import { PersonalData } from '@hub/kernel/personal/personal-data.js';
import { personalKeyFile } from '@hub/kernel/personal/personal-key-file.js';
import type { SubgraphEnvironment } from '@hub/kernel/service/subgraph-environment.js';
import { userSettingsOf } from '../environment.js';
import type { UserKeeping } from '../repository/user-keeping.js';

const keepings = new WeakMap<SubgraphEnvironment, UserKeeping>();

/** How the settings have names of users kept. */
export function userKeepingOf(environment: SubgraphEnvironment): UserKeeping {
  const known = keepings.get(environment);
  if (known) return known;
  const made = userKeepingIn(environment.dataDir, userSettingsOf(environment).keptFor);
  keepings.set(environment, made);
  return made;
}

/** How names of users are kept under the key that lies in a folder. @param keptFor milliseconds */
export function userKeepingIn(dataDir: string, keptFor = userSettingsOf({ variables: {} }).keptFor): UserKeeping {
  const file = personalKeyFile(dataDir);
  return { personal: new PersonalData(file), keptFor, hash: file.hash };
}
