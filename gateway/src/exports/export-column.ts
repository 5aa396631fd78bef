/** A column of an exported list. */
export interface ExportColumn {
  /** Its path from the node, which is also its heading, such as plan.number. */
  readonly name: string;
  /** The field of the schema whose value stands in it, such as MonitoringPlan.number. */
  readonly coordinate: string;
}

/** The column that says why a cell is empty or masked. */
export const sharingColumn = '_sharing';

/** The names on the way to a column's value. */
export function pathOf({ name }: Pick<ExportColumn, 'name'>): string[] {
  return name.split('.');
}
