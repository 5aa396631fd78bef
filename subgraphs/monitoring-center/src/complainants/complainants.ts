import { personalKeyFile } from '@hub/kernel/personal/personal-key-file.js';
import { PersonalData } from '@hub/kernel/personal/personal-data.js';
import type { SubgraphEnvironment } from '@hub/kernel/service/subgraph-environment.js';
import type { ComplainantContent } from '../domain/complainant-content.js';
import { complainantSettingsOf } from '../environment.js';
import type { ComplainantKeeping } from '../repository/complainant-keeping.js';

const keepings = new WeakMap<SubgraphEnvironment, ComplainantKeeping>();

/** How the settings have complainants kept. */
export function complainantKeepingOf(environment: SubgraphEnvironment): ComplainantKeeping {
  const known = keepings.get(environment);
  if (known) return known;
  const file = personalKeyFile(environment.dataDir);
  const made = { personal: new PersonalData<ComplainantContent>(file), keptFor: complainantSettingsOf(environment).keptFor, hash: file.hash };
  keepings.set(environment, made);
  return made;
}
