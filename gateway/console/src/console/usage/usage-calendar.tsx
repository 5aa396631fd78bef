import { lazy, Suspense, useMemo } from 'react';
import { UsageByDayDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Loading } from '../states/loading';
import { useWords } from '../words/in-words';
import { daysUntil } from './days-until';

const HeatCalendar = lazy(() => import('../chart/heat-calendar').then(({ HeatCalendar }) => ({ default: HeatCalendar })));

/** How far the calendar goes back: as long as usage is kept (ADR 0022). */
const shownDays = 180;

interface UsageCalendarProps {
  readonly label: string;
  /** Whose use: of one field, or of all that a subgraph has. */
  readonly of: { readonly coordinates: readonly string[] } | { readonly subgraph: string };
}

/** The heat over time: requests by day, in Asia/Shanghai. */
export function UsageCalendar({ label, of }: UsageCalendarProps) {
  const { words } = useWords();
  const byDay = useAnswer(UsageByDayDocument, { subgraph: null, coordinates: null, ...of, days: shownDays });
  const uses = byDay.data?.data.fieldUsage;
  const days = useMemo(() => daysUntil(new Date(), shownDays, uses ?? []), [uses]);
  return (
    <Answered of={byDay} field="fieldUsage" lines={6}>
      {() => (
        <Suspense fallback={<Loading lines={6} />}>
          <HeatCalendar label={label} days={days} unit={words.usage.requests} />
        </Suspense>
      )}
    </Answered>
  );
}
