import { Text, useComputedColorScheme } from '@mantine/core';
import { memo } from 'react';
import { CycleTimelinessDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Chart } from '../chart/chart';
import { Panel } from '../shell/panel';
import { useWords } from '../words/in-words';
import { monthsOf } from './months-of';

const colors = {
  light: { inTime: '#2f7d4f', doneLate: '#c98a1b', open: '#8aa3b8', late: '#b3261e' },
  dark: { inTime: '#5fb985', doneLate: '#e0b050', open: '#6f8599', late: '#f08a80' },
};

/** How timely duties were done, month by month (及时响应看板, 5.4.3 b). */
export const TimelinessChart = memo(function TimelinessChart() {
  const { words } = useWords();
  const scheme = useComputedColorScheme('light');
  const board = useAnswer(CycleTimelinessDocument, { period: 'MONTH' }, { every: 60_000 });
  const t = words.timeliness;
  return (
    <Panel title={t.title}>
      <Answered of={board} field="timelinessBoard">
        {(rows) => {
          const months = monthsOf(rows);
          if (months.length === 0) {
            return (
              <Text size="sm" c="var(--hub-quiet)">
                {t.nothing}
              </Text>
            );
          }
          const series = (['inTime', 'doneLate', 'open', 'late'] as const).map((figure) => ({
            name: t[figure],
            color: colors[scheme][figure],
            values: months.map((month) => month[figure]),
          }));
          return <Chart label={t.title} categories={months.map(({ month }) => month)} series={series} />;
        }}
      </Answered>
    </Panel>
  );
});
