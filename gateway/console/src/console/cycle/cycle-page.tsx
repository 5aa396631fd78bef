import { SimpleGrid } from '@mantine/core';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { CycleCountsDocument, CycleTimelinessDocument } from '../../generated/operations';
import { useAnswer } from '../asking/use-answer';
import { RefusedNote } from '../states/refused-note';
import { Loading } from '../states/loading';
import { HubRefusal } from '../asking/hub-refusal';
import { Page } from '../shell/page';
import { useWords } from '../words/in-words';
import { CyclePicture } from './cycle-picture';
import { Desk } from './desk';
import { HappeningsList } from './happenings-list';
import { LiveMark } from './live-mark';
import { StepDrawer } from './step-drawer';
import type { Step } from './steps';
import { useHappenings } from './use-happenings';

const TimelinessChart = lazy(() => import('./timeliness-chart').then(({ TimelinessChart }) => ({ default: TimelinessChart })));

/** Milliseconds: so long after the last of what happened it asks, so that a rush of events is one question; and so often in any case. */
const rests = 3_000;
const patience = 60_000;

/** The first page: the cycle of figure 1, live, as far as the viewer's terms give it. */
export function CyclePage() {
  const { words } = useWords();
  const counts = useAnswer(CycleCountsDocument, {}, { every: patience });
  const board = useAnswer(CycleTimelinessDocument, { period: 'YEAR' }, { every: patience });
  const { happenings, isLive, stirring } = useHappenings();
  const [opened, setOpened] = useState<Step>();

  const { refetch: countAgain } = counts;
  const { refetch: judgeAgain } = board;
  const askAgain = useCallback(() => void Promise.all([countAgain(), judgeAgain()]), [countAgain, judgeAgain]);
  const newest = happenings[0]?.cursor;
  useEffect(() => {
    if (newest === undefined) return undefined;
    const timer = window.setTimeout(askAgain, rests);
    return () => window.clearTimeout(timer);
  }, [newest, askAgain]);

  const rows = board.data?.data.timelinessBoard ?? [];
  const refusalOf = (step: Step) => counts.data?.refused.find(({ path }) => path[0] === step.list)?.message;
  const countOf = (step: Step) => {
    const list = counts.data?.data[step.list];
    if (list) return { total: list.totalCount, isCapped: list.pageInfo.totalCountCapped };
    return refusalOf(step) === undefined ? 'unknown' : 'closed';
  };
  return (
    <Page title={words.cycle.title} lead={words.cycle.lead} aside={<LiveMark isLive={isLive} />}>
      {counts.isPending ? (
        <Loading lines={12} />
      ) : counts.isError ? (
        <RefusedNote refused={counts.error instanceof HubRefusal ? counts.error.refused : undefined} again={askAgain} />
      ) : (
        <CyclePicture board={rows} countOf={countOf} stirring={stirring} open={setOpened} />
      )}
      <SimpleGrid cols={{ base: 1, lg: 3 }} spacing="md">
        <Desk />
        <Suspense fallback={<Loading lines={6} />}>
          <TimelinessChart />
        </Suspense>
        <HappeningsList happenings={happenings} isLive={isLive} />
      </SimpleGrid>
      <StepDrawer step={opened} board={rows} refusal={opened === undefined ? undefined : refusalOf(opened)} close={() => setOpened(undefined)} />
    </Page>
  );
}
