import { SimpleGrid, Stack, Text } from '@mantine/core';
import { FieldDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { HowToApply } from '../catalogue/how-to-apply';
import { ClassMark } from '../shell/class-mark';
import { Fact } from '../shell/fact';
import { Page } from '../shell/page';
import { Panel } from '../shell/panel';
import { EmptyNote } from '../states/empty-note';
import { FieldUsage } from '../usage/field-usage';
import { useWords } from '../words/in-words';
import { AudienceTable } from './audience-table';
import { Explanation } from './explanation';

/** One field: what it means, on which terms it is shared, and whether a party would see it, and why (5.4.3 d). */
export function FieldPage({ params: { coordinate } }: { readonly params: { readonly coordinate: string } }) {
  const { words } = useWords();
  const catalogue = useAnswer(FieldDocument, { type: [coordinate.split('.')[0] ?? ''] });
  const t = words.fields;
  return (
    <Page title={coordinate}>
      <Answered of={catalogue} field="resourceCatalog" lines={12}>
        {([resource]) => {
          const field = resource?.fields.find((each) => each.coordinate === coordinate);
          if (!field) return <EmptyNote title={t.unknown(coordinate)} hint={t.noneHint} />;
          const { element } = field;
          return (
            <Stack gap="md">
              <div>
                <Text fw={600} size="lg">
                  {element.nameZh}
                </Text>
                <Text lang="en">{element.meaning}</Text>
                {field.note === null ? null : (
                  <Text c="var(--hub-quiet)" lang="en">
                    {field.note}
                  </Text>
                )}
              </div>
              <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm" component="dl" m={0}>
                <Fact name={t.type}>
                  <span style={{ fontFamily: 'monospace' }}>{field.type}</span>
                </Fact>
                <Fact name={t.owner}>{words.owner(field.owner)}</Fact>
                <Fact name={words.catalogue.class}>
                  <ClassMark of={field.class} />
                </Fact>
                <Fact name={t.terms}>{field.terms}</Fact>
                <Fact name={t.element}>
                  {element.name}
                  {element.standard === null ? null : ` · ${element.standard}`}
                </Fact>
                <Fact name={t.grade}>{words.grade[field.grade]}</Fact>
                <Fact name={t.freshness}>{field.freshness === null ? t.noLimit : words.duration(field.freshness)}</Fact>
                <Fact name={t.ground}>{field.ground ?? '–'}</Fact>
              </SimpleGrid>
              <Panel title={t.audience}>
                <AudienceTable audience={field.audience} />
              </Panel>
              {field.class === 'CONDITIONAL' ? (
                <Panel title={words.catalogue.howToApply}>
                  <HowToApply fields={[field]} />
                </Panel>
              ) : null}
              <Panel title={t.wouldSee}>
                <Explanation coordinate={coordinate} />
              </Panel>
              <FieldUsage coordinate={coordinate} subgraph={field.owner} />
            </Stack>
          );
        }}
      </Answered>
    </Page>
  );
}
