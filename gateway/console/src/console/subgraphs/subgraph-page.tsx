import { useState } from 'react';
import { VersionsOfDocument } from '../../generated/operations';
import { Answered } from '../asking/answered';
import { useAnswer } from '../asking/use-answer';
import { Page } from '../shell/page';
import { Panel } from '../shell/panel';
import { useViewer } from '../shell/use-viewer';
import { EmptyNote } from '../states/empty-note';
import { useWords } from '../words/in-words';
import { CheckForm } from './check-form';
import { VersionComparison } from './version-comparison';
import { VersionTable } from './version-table';

/** One subgraph: its versions, any two of them side by side, and, for data stewards, a next one to check. */
export function SubgraphPage({ params: { name } }: { readonly params: { readonly name: string } }) {
  const { words } = useWords();
  const viewer = useViewer();
  const versions = useAnswer(VersionsOfDocument, { subgraph: name });
  const [picked, setPicked] = useState<{ readonly from: string | undefined; readonly to: string | undefined }>({ from: undefined, to: undefined });
  const t = words.subgraphs;
  const title = name === 'supergraph' ? t.supergraph : words.owner(name);
  return (
    <Page title={title} lead={t.subgraphLead}>
      <Answered of={versions} field="schemaVersions" lines={8}>
        {({ nodes }) => {
          const [latest, before] = nodes;
          if (latest === undefined) return <EmptyNote title={t.noVersion} hint={t.noVersionHint} />;
          const to = picked.to ?? latest.id;
          const from = picked.from ?? before?.id;
          return (
            <>
              <Panel title={t.versions(nodes.length)}>
                <VersionTable versions={nodes} from={from} to={to} pick={(next) => setPicked({ from, to, ...next })} />
              </Panel>
              <Panel title={from === undefined ? t.text : t.comparison}>
                <VersionComparison key={`${from} ${to}`} from={from} to={to} />
              </Panel>
              {name !== 'supergraph' && viewer?.role === 'DATA_STEWARD' ? (
                <Panel title={t.checkNext}>
                  <CheckForm subgraph={name} />
                </Panel>
              ) : null}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}
