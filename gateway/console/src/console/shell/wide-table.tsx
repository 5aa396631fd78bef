import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './wide-table.module.css';

interface WideTableProps {
  /** What the table is, for who comes to it by keys. */
  readonly label: string;
  /** Pixels below which it is moved sideways rather than squeezed. */
  readonly least: number;
  readonly children: ReactNode;
}

/** A table that is moved sideways where there is no room, also by keys. */
export function WideTable({ label, least, children }: WideTableProps) {
  return (
    <div role="group" aria-label={label} tabIndex={0} className={classes.frame}>
      <Table miw={least}>{children}</Table>
    </div>
  );
}
