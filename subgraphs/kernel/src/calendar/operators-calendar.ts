import { readFileSync } from 'node:fs';
import { workingCalendar, type WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { z } from 'zod';
import { EnvironmentInvalid, type SubgraphEnvironment } from '../service/subgraph-environment.js';

const day = z.iso.date();
const shape = z.record(z.string().regex(/^\d{4}$/), z.object({ holidays: z.array(day), makeUpDays: z.array(day) }));
const known = new WeakMap<SubgraphEnvironment, WorkingCalendar>();

/**
 * The working calendar (工作日历) that comes with the hub, and over it the years of the operator's file (`WORKING_CALENDAR_FILE`), read once.
 * @throws EnvironmentInvalid
 */
export function operatorsCalendar(environment: SubgraphEnvironment): WorkingCalendar {
  const file = environment.variables['WORKING_CALENDAR_FILE'];
  const calendar = known.get(environment) ?? (file === undefined ? workingCalendar : { ...workingCalendar, ...yearsOf(environment.owner, file) });
  known.set(environment, calendar);
  return calendar;
}

function yearsOf(owner: string, file: string): WorkingCalendar {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new EnvironmentInvalid(`Settings of the subgraph ${owner}: WORKING_CALENDAR_FILE is no file of years; right would be a file with, for example, {"2027":{"holidays":["2027-01-01"],"makeUpDays":[]}}.`);
  }
}
