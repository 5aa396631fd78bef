import { useComputedColorScheme } from '@mantine/core';
import { HeatmapChart } from 'echarts/charts';
import { CalendarComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useWords } from '../words/in-words';
import { ChartTable } from './chart-table';

use([HeatmapChart, CalendarComponent, VisualMapComponent, TooltipComponent, SVGRenderer]);

const inks = {
  light: { ink: '#3d4653', line: '#c9d0d9', ground: '#ffffff', none: '#eef1f4', heat: ['#cfe3f1', '#7fb4d6', '#2f7fae', '#083a59'] },
  dark: { ink: '#c3cbd6', line: '#454f5d', ground: '#1b1f26', none: '#262c35', heat: ['#1d4a66', '#2c7199', '#5aa7d2', '#c4e3f6'] },
};

interface HeatCalendarProps {
  readonly label: string;
  /** Days (`YYYY-MM-DD`), all of them from the first to the last, with a number for each. */
  readonly days: readonly { readonly day: string; readonly value: number }[];
  /** What the number is of. */
  readonly unit: string;
}

/** A calendar in which a day is the darker the more there was; who does not see it reads the days on which there was something as a table. */
export function HeatCalendar({ label, days, unit }: HeatCalendarProps) {
  const { language } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const { ink, line, ground, none, heat } = inks[useComputedColorScheme('light')];
  const first = days[0]?.day;
  const last = days.at(-1)?.day;
  useEffect(() => {
    if (!place.current || first === undefined || last === undefined) return undefined;
    const chart = init(place.current, null, { renderer: 'svg' });
    const most = Math.max(1, ...days.map(({ value }) => value));
    const names = language === 'en' ? 'en' : 'ZH';
    chart.setOption({
      animation: false,
      // By name: what a text of another font takes is measured wrong.
      textStyle: { fontFamily: window.getComputedStyle(place.current).fontFamily, color: ink },
      tooltip: { renderMode: 'richText', formatter: ({ value: [day, value] }: { value: [string, number] }) => `${day}  ${value.toLocaleString()} ${unit}` },
      // No scale of a single number.
      visualMap: { show: most > 1, min: 1, max: Math.max(2, most), calculable: false, orient: 'horizontal', left: 36, bottom: 0, itemHeight: 90, itemWidth: 12, text: [most.toLocaleString(), '1'], textStyle: { color: ink, fontSize: 11 }, inRange: { color: heat }, outOfRange: { color: none } },
      calendar: {
        top: 24,
        left: 36,
        right: 8,
        bottom: 32,
        range: [first, last],
        cellSize: ['auto', 'auto'],
        splitLine: { lineStyle: { color: line, width: 1.5 } },
        itemStyle: { color: none, borderColor: ground, borderWidth: 2 },
        yearLabel: { show: false },
        monthLabel: { nameMap: names, color: ink },
        dayLabel: { nameMap: names, firstDay: 1, color: ink, fontSize: 11 },
      },
      series: [{ type: 'heatmap', coordinateSystem: 'calendar', data: days.filter(({ value }) => value > 0).map(({ day, value }) => [day, value]) }],
    });
    const fitting = new window.ResizeObserver(() => chart.resize());
    fitting.observe(place.current);
    return () => {
      fitting.disconnect();
      chart.dispose();
    };
  }, [days, first, last, unit, language, ink, line, ground, none, heat]);
  const told = days.filter(({ value }) => value > 0);
  return (
    <>
      <div ref={place} style={{ height: 210, maxWidth: 960 }} aria-hidden />
      <ChartTable label={label} categories={told.map(({ day }) => day)} series={[{ name: unit, color: '', values: told.map(({ value }) => value) }]} />
    </>
  );
}
