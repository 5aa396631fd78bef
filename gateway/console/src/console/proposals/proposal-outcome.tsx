import { Alert, Anchor, Text } from '@mantine/core';
import { Fragment } from 'react';
import { Link } from 'wouter';
import { Actor } from '../shell/actor';
import { useWords } from '../words/in-words';
import type { ShownProposal } from './shown-proposal';

/** What became of a proposal: rejected by whom and why, or published as which versions. */
export function ProposalOutcome({ proposal: { state, rejected, rejectedBecause, versions, codeListVersions } }: { readonly proposal: ShownProposal }) {
  const { words, language } = useWords();
  const t = words.proposals;
  if (state === 'REJECTED') {
    return (
      <Alert color="red" variant="default" role="status" title={t.state.REJECTED}>
        {rejectedBecause}
        {rejected === null ? null : (
          <Text size="sm" c="var(--hub-quiet)">
            <Actor of={rejected} />
          </Text>
        )}
      </Alert>
    );
  }
  if (state !== 'PUBLISHED') return null;
  const published = [
    ...versions.map(({ id, subgraph, version }) => ({ id, version, href: `/subgraphs/${subgraph}`, name: words.owner(subgraph) })),
    ...codeListVersions.map(({ id, version, list }) => ({ id, version, href: `/code-lists/${list.id}`, name: t.listOf(language === 'en' ? list.en : list.zh) })),
  ];
  return (
    <Alert color="green" variant="default" role="status" title={t.state.PUBLISHED}>
      {published.map(({ id, href, name, version }, index) => (
        <Fragment key={id}>
          {index === 0 ? null : words.comma}
          <Anchor component={Link} href={href} size="sm">
            {t.publishedAs(name, version)}
          </Anchor>
        </Fragment>
      ))}
    </Alert>
  );
}
