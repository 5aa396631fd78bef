import { Loader, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../words/in-words';

/** That an act which takes some seconds is under way, what is done in it, and for how long already; the seconds are not read out one by one. */
export function AtWork({ children }: { readonly children: string }) {
  const { words } = useWords();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const counting = window.setInterval(() => setSeconds((before) => before + 1), 1_000);
    return () => window.clearInterval(counting);
  }, []);
  return (
    <Text size="sm" component="div" style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
      <Loader size={16} aria-hidden />
      <span role="status">{children}</span>
      <span aria-hidden style={{ color: 'var(--hub-quiet)', fontVariantNumeric: 'tabular-nums' }}>
        {words.states.seconds(seconds)}
      </span>
    </Text>
  );
}
