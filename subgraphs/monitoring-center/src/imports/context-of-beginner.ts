import type { MemberName, SubgraphEngine } from '@hub/kernel/service/subgraph-work.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { Context } from '../context.js';
import type { MonitoringCenterDatabase } from '../repository/database.js';
import { ImportRefused } from './import-refused.js';

/** In whose name something goes on without a token, and in which language it is told. */
export interface Beginner {
  readonly engine: Pick<SubgraphEngine<MonitoringCenterDatabase, Context>, 'contextOf' | 'members'>;
  readonly member: MemberName;
  readonly locale: Locale;
}

/**
 * A context of whoever began what goes on; whether they still may is decided anew each time.
 * @returns undefined where the replica of members was not filled yet, which says nothing about anybody
 * @throws ImportRefused IMPORT_STARTER_GONE
 */
export async function contextOfBeginner({ engine, member, locale }: Beginner): Promise<Context | undefined> {
  if (engine.members() === 0) return undefined;
  const context = await engine.contextOf(member, locale);
  if (!context) throw new ImportRefused({ code: 'IMPORT_STARTER_GONE', parameters: {} });
  return context;
}
