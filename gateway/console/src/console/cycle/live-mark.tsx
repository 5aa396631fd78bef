import { Text } from '@mantine/core';
import { useWords } from '../words/in-words';
import classes from './live-mark.module.css';

/** Whether what is shown follows what happens. */
export function LiveMark({ isLive }: { readonly isLive: boolean }) {
  const { words } = useWords();
  return (
    <Text size="sm" c="var(--hub-quiet)" className={classes.mark} data-live={isLive || undefined} role="status">
      {isLive ? words.cycle.live : words.cycle.notLive}
    </Text>
  );
}
