import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { givenValues } from '../domain/given-values.js';
import { importPullContent } from '../domain/import-pull-content.js';
import { importPullMachine } from '../domain/import-pull-machine.js';
import type { SourceHosts } from '../domain/source-address.js';
import type { ScheduleImportPullInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import type { ImportMappings, MappingTrials } from './import-mappings.js';
import { newId } from './new-id.js';

/** Pulls of one party that have not ended, at the most. */
export const mostPulls = 200;

/** What a pull needs besides its transaction. */
export interface PullSchedule {
  readonly mappings: ImportMappings;
  readonly trials: Pick<MappingTrials, 'requirePlaceColumn'>;
  readonly sourceHosts: SourceHosts;
  readonly locale: Locale;
}

/** Schedules the pull of a source (设定定时采集, 5.1.1); it is looked at for the first time at once. */
export async function scheduleImportPull({ unit, caller }: ActScope<MonitoringCenterTransaction>, input: ScheduleImportPullInput, { mappings, trials, sourceHosts, locale }: PullSchedule): Promise<ActResult> {
  const { tx, now } = unit;
  const content = importPullContent(input, sourceHosts);
  const mapping = await mappings.latest(tx, caller.partyId, input.mapping);
  if (!mapping) {
    const known = (await mappings.all(tx, caller.partyId)).map(({ name }) => name);
    throw new Refusal('IMPORT_PULL_MAPPING_UNKNOWN', { field: 'mapping', parameters: { mapping: input.mapping.slice(0, 100), known: [...new Set(known)].join(', ') } });
  }
  const given = givenValues(input.given ?? [], mapping.given);
  if (content.cursorColumn !== null) trials.requirePlaceColumn(mapping, content.cursorColumn, 'cursor.column');
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`pulls of ${caller.partyId}`}))::text`;
  if ((await tx.importPull.count({ where: { holder: caller.partyId, state: { not: 'ENDED' } } })) >= mostPulls) throw new Refusal('IMPORT_PULLS_TOO_MANY', { parameters: { limit: mostPulls } });
  const by = { ...actRecord(unit) };
  const pull = await tx.importPull.create({
    data: {
      ...{ id: newId(now), ...content, mapping: mapping.name, given, locale },
      ...{ scheduled: by, scheduledAt: now, reader: by, nextAttemptAt: now, holder: caller.partyId, concerned: [] },
      ...importPullMachine.begin('scheduleImportPull'),
    },
  });
  unit.emit({ kind: 'ImportPullScheduled', subjectType: 'ImportPull', subjectId: pull.id, stamps: stampsOf(pull), receivers: {} });
  return { valueId: pull.id };
}
