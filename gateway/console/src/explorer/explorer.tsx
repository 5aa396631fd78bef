import { GraphiQL } from 'graphiql';
import type { IntrospectionQuery } from 'graphql';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ChosenAskerContext, type ChosenAsker } from './chosen-asker';
import { describedSchema } from './described-schema';
import { examples } from './examples';
import { ExamplesPanel } from './examples-panel';
import { hubFetcher } from './hub-fetcher';
import { ExamplesIcon, IdentityIcon } from './icons';
import { askerFor, demoIdentities, firstIdentity, type Asker, type Identity } from '../identity/identity';
import { IdentityPanel } from './identity-panel';

const plugins = [
  { title: '身份 Identity', icon: IdentityIcon, content: IdentityPanel },
  { title: '示例 Examples', icon: ExamplesIcon, content: ExamplesPanel },
];

/** GraphiQL before the hub: as a chosen identity, with its examples, and with the terms of sharing in the documentation. */
export function Explorer() {
  const [identities, setIdentities] = useState<readonly Identity[]>();
  const [chosen, setChosen] = useState<ChosenAsker['chosen']>({ identity: undefined, role: undefined, asker: undefined });
  const [schema, setSchema] = useState<IntrospectionQuery | null>(null);
  const [fault, setFault] = useState<string>();
  const asker = useRef<Asker>(undefined);
  const fetcher = useMemo(() => hubFetcher(() => asker.current), []);

  const ask = useCallback((next: ChosenAsker['chosen']) => {
    asker.current = next.asker;
    setChosen(next);
    setFault(undefined);
    describedSchema((query) => askOnce(query, next.asker)).then(setSchema, (error: Error) => setFault(error.message));
  }, []);
  const choose = useCallback(async (identity: Identity, role: string) => ask({ identity: identity.name, role, asker: await askerFor(identity, role) }), [ask]);
  const present = useCallback((token: string) => ask({ identity: undefined, role: undefined, asker: { label: '令牌 Token', token } }), [ask]);

  useEffect(() => {
    demoIdentities().then(
      async (found) => {
        setIdentities(found);
        const first = firstIdentity(found);
        if (first) await choose(first, first.defaultRole);
        else ask({ identity: undefined, role: undefined, asker: undefined });
      },
      (error: Error) => setFault(error.message),
    );
  }, [ask, choose]);

  const context = useMemo(() => ({ identities: identities ?? [], chosen, choose, present }), [identities, chosen, choose, present]);
  if (identities === undefined && fault === undefined) return <p className="hub-loading">正在打开 Opening …</p>;
  return (
    <ChosenAskerContext value={context}>
      <GraphiQL fetcher={fetcher} schema={schema} plugins={plugins} visiblePlugin={plugins[0]!} defaultTabs={[{ query: examples[0]!.query }]} shouldPersistHeaders={false}>
        <GraphiQL.Logo>
          <span className="hub-asker" role="status">
            {fault ?? chosen.asker?.label ?? '尚未选择身份 Nobody chosen yet'}
          </span>
        </GraphiQL.Logo>
      </GraphiQL>
    </ChosenAskerContext>
  );
}

/** Asks outside the editors. @throws Error with what the hub says */
async function askOnce(query: string, asker: Asker | undefined): Promise<unknown> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...(asker && { authorization: `Bearer ${asker.token}` }) },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: readonly { message: string }[] };
  if (data === undefined || data === null || (errors && errors.length > 0)) throw new Error(errors?.[0]?.message ?? `本库回答 ${response.status} The hub answered ${response.status}.`);
  return data;
}
