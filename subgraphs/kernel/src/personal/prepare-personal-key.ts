import { EnvironmentInvalid } from '../service/environment-invalid.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { PersonalData } from './personal-data.js';
import { personalKeyFile } from './personal-key-file.js';

/**
 * Makes the hub's key for personal data at the first start.
 *
 * @param kept what is encrypted under it in this database, in words
 * @throws EnvironmentInvalid where the file is not the one under which it was encrypted
 */
export async function preparePersonalKey(database: Pick<Transaction, '$queryRawUnsafe'>, dataDir: string, kept: string): Promise<void> {
  const file = personalKeyFile(dataDir);
  await file.create();
  if (await new PersonalData(file).fits(database)) return;
  throw new EnvironmentInvalid(`${file.path} is not the key under which ${kept} in this database were encrypted. Put back the file from the backup of HUB_DATA_DIR; without it nobody can read them any more.`);
}
