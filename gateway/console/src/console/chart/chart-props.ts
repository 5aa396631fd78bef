interface Series {
  readonly name: string;
  readonly color: string;
  /** One for each category. */
  readonly values: readonly number[];
}

/** What a chart shows, drawn or as a table. */
export interface ChartProps {
  readonly label: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
}
