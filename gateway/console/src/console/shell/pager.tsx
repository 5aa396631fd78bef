import { Button, Group } from '@mantine/core';
import { useWords } from '../words/in-words';

interface PagerProps {
  /** The cursors that lead to the page that is shown; none, for the first. */
  readonly trail: readonly string[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly go: (trail: readonly string[]) => void;
}

/** Goes on to the next page of a list, and back; nothing, where there is one page. */
export function Pager({ trail, pageInfo: { hasNextPage, endCursor }, go }: PagerProps) {
  const { words } = useWords();
  if (trail.length === 0 && !hasNextPage) return null;
  return (
    <Group justify="center" mt="sm">
      <Button variant="default" disabled={trail.length === 0} onClick={() => go(trail.slice(0, -1))}>
        {words.shell.pageBefore}
      </Button>
      <Button variant="default" disabled={!hasNextPage} onClick={() => go([...trail, endCursor ?? ''])}>
        {words.shell.pageAfter}
      </Button>
    </Group>
  );
}
