import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconClock, IconLock } from '@tabler/icons-react';
import { useResourceName } from '../words/use-resource-name';
import { useWords } from '../words/in-words';
import classes from './step-card.module.css';
import type { Step } from './steps';
import type { Timeliness } from './step-timeliness';

/** How many there are: a number, one that is larger than is counted, or that the terms do not give it. */
export type StepCount = { readonly total: number; readonly isCapped: boolean } | 'closed' | 'unknown';

interface StepCardProps {
  readonly step: Step;
  readonly count: StepCount;
  readonly timeliness: Timeliness;
  /** Whether something has just happened at it. */
  readonly isStirring: boolean;
  readonly open: () => void;
}

/** One step in the picture of the cycle: what, by whom, how many, and what of it is late. */
export function StepCard({ step, count, timeliness: { open: owed, dueSoon, late }, isStirring, open }: StepCardProps) {
  const { words } = useWords();
  const nameOf = useResourceName();
  const t = words.cycle;
  return (
    <UnstyledButton className={classes.card} data-lane={step.lane} data-stirring={isStirring || undefined} onClick={open}>
      <span className={classes.lane}>{t.lanes[step.lane]}</span>
      <span className={classes.name}>{nameOf(step.type)}</span>
      <span className={classes.count}>
        {typeof count === 'object' ? (
          `${count.total.toLocaleString()}${count.isCapped ? '+' : ''}`
        ) : (
          <span className={classes.closed}>
            {count === 'closed' ? <IconLock size={14} aria-hidden /> : null}
            {t[count]}
          </span>
        )}
      </span>
      {owed === 0 ? null : (
        <span className={classes.owed}>
          <span>{t.open(owed)}</span>
          {late > 0 ? (
            <span className={classes.late}>
              <IconAlertTriangle size={14} aria-hidden />
              {t.late(late)}
            </span>
          ) : dueSoon > 0 ? (
            <span className={classes.soon}>
              <IconClock size={14} aria-hidden />
              {t.dueSoon(dueSoon)}
            </span>
          ) : null}
        </span>
      )}
    </UnstyledButton>
  );
}
