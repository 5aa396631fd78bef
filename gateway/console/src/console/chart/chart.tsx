import { useComputedColorScheme } from '@mantine/core';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { ChartProps } from './chart-props';
import { ChartTable } from './chart-table';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const inks = { light: { ink: '#3d4653', line: '#dde1e7' }, dark: { ink: '#c3cbd6', line: '#333b47' } };

/** Stacked bars; who does not see them reads the same as a table. */
export function Chart({ label, categories, series }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const { ink, line } = inks[useComputedColorScheme('light')];
  useEffect(() => {
    if (!place.current) return undefined;
    const chart = init(place.current, null, { renderer: 'svg' });
    chart.setOption({
      animation: false,
      // By name: what a text of another font takes is measured wrong.
      textStyle: { fontFamily: window.getComputedStyle(place.current).fontFamily, color: ink },
      grid: { left: 4, right: 8, top: 12, bottom: 32, containLabel: true },
      legend: { bottom: 0, itemWidth: 10, itemHeight: 10, itemGap: 14, textStyle: { color: ink, fontSize: 11 } },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, renderMode: 'richText' },
      xAxis: { type: 'category', data: [...categories], axisLabel: { color: ink }, axisLine: { lineStyle: { color: line } }, axisTick: { show: false } },
      yAxis: { type: 'value', minInterval: 1, axisLabel: { color: ink }, splitLine: { lineStyle: { color: line } } },
      series: series.map(({ name, color, values }) => ({ name, type: 'bar', stack: 'all', barMaxWidth: 32, itemStyle: { color }, data: [...values] })),
    });
    const fitting = new window.ResizeObserver(() => chart.resize());
    fitting.observe(place.current);
    return () => {
      fitting.disconnect();
      chart.dispose();
    };
  }, [categories, series, ink, line]);
  return (
    <>
      <div ref={place} style={{ height: 220 }} aria-hidden />
      <ChartTable label={label} categories={categories} series={series} />
    </>
  );
}
