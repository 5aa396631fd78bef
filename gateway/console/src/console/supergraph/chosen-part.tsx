import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import { Panel } from '../shell/panel';
import { useWords } from '../words/in-words';
import { owners } from '../words/owners';
import { useResourceName } from '../words/use-resource-name';
import classes from './chosen-part.module.css';
import { contributionsOf, referencesOf, type PictureResource } from './linked-types';

/** In words what the picture shows of what is chosen in it; until something is, how to read it. */
export function ChosenPart({ resources, chosen }: { readonly resources: readonly PictureResource[]; readonly chosen: string | undefined }) {
  const { words } = useWords();
  const nameOf = useResourceName();
  const t = words.supergraph;
  const contributions = contributionsOf(resources);
  const resource = resources.find(({ type }) => type === chosen);
  if (resource) {
    const leads = referencesOf(resources);
    return (
      <Panel title={nameOf(resource.type)}>
        <div className={classes.facts} aria-live="polite">
          <Text size="sm">{t.ownedBy(words.owner(resource.owner), resource.fields.length)}</Text>
          {contributions.filter(({ to }) => to === resource.type).map(({ by, fields }) => (
            <Text key={by} size="sm">
              {t.contributes(words.owner(by))}
              <Names of={fields} />
            </Text>
          ))}
          {leads.filter(({ from }) => from === resource.type).map(({ to, fields }) => (
            <Text key={to} size="sm">
              {t.leadsTo(nameOf(to))}
              <Names of={fields} />
            </Text>
          ))}
          <Anchor component={Link} href={`/catalogue/${resource.type}`} size="sm">
            {words.cycle.inCatalogue}
          </Anchor>
        </div>
      </Panel>
    );
  }
  const owner = owners.find((each) => each === chosen);
  if (owner) {
    return (
      <Panel title={words.owner(owner)}>
        <div className={classes.facts} aria-live="polite">
          <Text size="sm">{t.owns(resources.filter((each) => each.owner === owner).length)}</Text>
          {contributions.filter(({ by }) => by === owner).map(({ to, fields }) => (
            <Text key={to} size="sm">
              {t.contributesTo(nameOf(to))}
              <Names of={fields} />
            </Text>
          ))}
        </div>
      </Panel>
    );
  }
  return (
    <Panel title={t.howToRead}>
      <Text size="sm" c="var(--hub-quiet)">
        {t.hint(resources.length, owners.length, contributions.length)}
      </Text>
    </Panel>
  );
}

function Names({ of }: { readonly of: readonly string[] }) {
  return (
    <Text span display="block" size="xs" c="var(--hub-quiet)" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
      {of.join(', ')}
    </Text>
  );
}
