import { SimpleGrid } from '@mantine/core';
import { LatestVersionsDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Page } from '../shell/page';
import { useWords } from '../words/in-words';
import { SubgraphCard } from './subgraph-card';

const subgraphs = [
  ['supergraph', 'supergraph'],
  ['regulator', 'regulator'],
  ['monitoringCenter', 'monitoring-center'],
  ['labs', 'labs'],
  ['platforms', 'platforms'],
  ['exchange', 'exchange'],
  ['registry', 'registry'],
] as const;

/** The supergraph and its subgraphs, each with the version in force (数据标准版本, 5.4.3 c). */
export function SubgraphsPage() {
  const { words } = useWords();
  const latest = useAnswer(LatestVersionsDocument, {}, { every: 60_000 });
  const t = words.subgraphs;
  return (
    <Page title={t.title} lead={t.lead}>
      <Answered of={latest} field="supergraph" lines={8}>
        {() => (
          <SimpleGrid cols={{ base: 1, sm: 2, xl: 3 }} spacing="md" component="ul" p={0} m={0}>
            {subgraphs.map(([alias, name]) => (
              <SubgraphCard key={name} name={name} versions={latest.data?.data[alias] ?? undefined} />
            ))}
          </SimpleGrid>
        )}
      </Answered>
    </Page>
  );
}
