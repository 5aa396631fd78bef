import { SimpleGrid, Text } from '@mantine/core';
import { ResourceDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Fact } from '../shell/fact';
import { Page } from '../shell/page';
import { Panel } from '../shell/panel';
import { EmptyNote } from '../states/empty-note';
import { useDates } from '../words/use-dates';
import { useWords } from '../words/in-words';
import { useResourceName } from '../words/use-resource-name';
import { Freshness } from './freshness';
import { HoldingTable } from './holding-table';
import { HowToApply } from './how-to-apply';
import { ResourceFields } from './resource-fields';

/** One resource: what it is, who holds how much of it, on which terms each field is shared, and how to apply for what is not open. */
export function ResourcePage({ params: { type } }: { readonly params: { readonly type: string } }) {
  const { words, language } = useWords();
  const dates = useDates();
  const nameOf = useResourceName();
  const catalogue = useAnswer(ResourceDocument, { type: [type] });
  const t = words.catalogue;
  return (
    <Page title={nameOf(type)} lead={language === 'en' ? catalogue.data?.data.resourceCatalog?.[0]?.meaning : undefined}>
      <Answered of={catalogue} field="resourceCatalog" lines={12}>
        {([resource]) =>
          resource === undefined ? (
            <EmptyNote title={t.unknown(type)} hint={t.noneHint} />
          ) : (
            <>
              <SimpleGrid cols={{ base: 2, md: 5 }} spacing="sm" component="dl" m={0}>
                <Fact name={t.owner}>{words.owner(resource.owner)}</Fact>
                <Fact name={t.holders}>{resource.holders.map((kind) => words.participantKind[kind]).join(words.comma)}</Fact>
                <Fact name={t.records}>{resource.records === null ? t.notCounted : resource.records.toLocaleString()}</Fact>
                <Fact name={t.newestChange}>{resource.newestChange === null ? '–' : dates.minute(resource.newestChange)}</Fact>
                <Fact name={t.freshness}>
                  <Freshness timeliness={resource.timeliness} />
                  {resource.asOf === null ? null : (
                    <Text size="xs" c="var(--hub-quiet)">
                      {t.asOf(dates.minute(resource.asOf))}
                    </Text>
                  )}
                </Fact>
              </SimpleGrid>
              <Panel title={t.fieldsOf(resource.fields.length)}>
                <ResourceFields fields={resource.fields} owner={resource.owner} />
              </Panel>
              <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
                <Panel title={t.holdings}>
                  <HoldingTable holdings={resource.holdings ?? []} />
                </Panel>
                <Panel title={t.howToApply}>
                  <HowToApply fields={resource.fields.filter((field) => field.class === 'CONDITIONAL')} />
                </Panel>
              </SimpleGrid>
            </>
          )
        }
      </Answered>
    </Page>
  );
}
