import { Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './state-note.module.css';

interface StateNoteProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  /** What to do next. */
  readonly actions?: ReactNode;
  readonly role?: 'alert' | 'status';
}

/** In the place of content: what is the matter and what to do next. */
export function StateNote({ icon, title, children, actions, role }: StateNoteProps) {
  return (
    <Paper withBorder className={classes.note} role={role}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <Stack gap={6}>
        <Text fw={600}>{title}</Text>
        {children}
        {actions === undefined ? null : <div className={classes.actions}>{actions}</div>}
      </Stack>
    </Paper>
  );
}
