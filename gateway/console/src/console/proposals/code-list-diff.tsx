import { Anchor, SimpleGrid } from '@mantine/core';
import { Fragment, lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { Fact } from '../shell/fact';
import { Loading } from '../states/loading';
import { useWords } from '../words/in-words';
import { useCodeListName } from '../words/use-code-list-name';
import type { ShownProposal } from './shown-proposal';

const SdlDiff = lazy(() => import('../subgraphs/sdl-diff').then(({ SdlDiff }) => ({ default: SdlDiff })));

/** What a proposal makes of a code list: the entries that change, as they are beside as they would be, the owners that keep it, and the fields of data elements. */
export function CodeListDiff({ change: { listId, baseVersion, before, after, keptBy, fields } }: { readonly change: ShownProposal['codeLists'][number] }) {
  const { words } = useWords();
  const listName = useCodeListName();
  const t = words.proposals;
  return (
    <>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm" component="dl" m={0} mb="sm">
        <Fact name={t.keptBy}>{keptBy.map((owner) => words.owner(owner)).join(words.comma)}</Fact>
        {fields.length === 0 ? null : (
          <Fact name={t.elementFields}>
            {fields.map((coordinate, index) => (
              <Fragment key={coordinate}>
                {index === 0 ? null : words.comma}
                <Anchor component={Link} href={`/fields/${coordinate}`} ff="monospace" size="sm">
                  {coordinate}
                </Anchor>
              </Fragment>
            ))}
          </Fact>
        )}
      </SimpleGrid>
      <Suspense fallback={<Loading lines={8} />}>
        <SdlDiff before={before} after={after} label={t.codeListDiff(listName(listId), baseVersion)} />
      </Suspense>
    </>
  );
}
