import { Text, useComputedColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useWords } from '../words/in-words';
import classes from './sdl-diff.module.css';
import { showSdl } from './show-sdl';

interface SdlDiffProps {
  /** The text before; left out, the other is shown alone. */
  readonly before?: string;
  readonly after: string;
  readonly label: string;
}

/** Two texts of a schema side by side, on a narrow screen one within the other; what is alike is folded. */
export function SdlDiff({ before, after, label }: SdlDiffProps) {
  const { words } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const isNarrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false }) ?? false;
  const isDark = useComputedColorScheme('light') === 'dark';
  const t = words.subgraphs;
  useEffect(() => {
    if (!place.current || before === after) return undefined;
    return showSdl(place.current, { before, after, isNarrow, isDark, label, unchanged: t.unchanged });
  }, [before, after, isNarrow, isDark, label, t.unchanged]);
  if (before === after) {
    return (
      <Text size="sm" c="var(--hub-quiet)">
        {t.alike}
      </Text>
    );
  }
  return <div ref={place} className={classes.place} role="group" aria-label={label} />;
}
