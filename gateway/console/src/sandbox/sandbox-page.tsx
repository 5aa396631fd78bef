import { ApolloSandbox } from '@apollo/sandbox/react';
import { useEffect, useState } from 'react';
import { askerFor, demoIdentities, firstIdentity, type Asker, type Identity } from '../identity/identity';
import { apolloReachable } from './apollo-reachable';

/** Apollo Sandbox before the hub where the browser reaches Apollo's hosts, and where to go where it does not. */
export function SandboxPage() {
  const [reachable, setReachable] = useState<boolean>();
  const [identities, setIdentities] = useState<readonly Identity[]>();
  const [asker, setAsker] = useState<Asker>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    void apolloReachable().then(setReachable);
    demoIdentities()
      .then(async (found) => {
        setIdentities(found);
        const first = firstIdentity(found);
        if (first) setAsker(await askerFor(first, first.defaultRole));
      })
      .catch((error: Error) => setFault(error.message));
  }, []);
  if (reachable === undefined) return <p className="sentence">正在联系 Apollo 的服务器 Looking for Apollo’s hosts …</p>;
  if (!reachable) {
    return (
      <main className="sentence">
        <h1>Apollo Sandbox</h1>
        <p lang="zh-CN">
          此浏览器无法访问 Apollo 的服务器，Sandbox 无法加载。请改用 <a href="/explorer">/explorer</a>，功能齐全且无须外网。
        </p>
        <p lang="en">
          This browser cannot reach Apollo’s hosts, from which the Sandbox loads. Use <a href="/explorer">/explorer</a> instead: it needs no outside host.
        </p>
      </main>
    );
  }
  // Not before it is known as whom: asked as nobody, the hub would refuse the first query.
  if (fault === undefined && (identities === undefined || (identities.length > 0 && asker === undefined))) return <p className="sentence">正在读取身份 Reading the identities …</p>;
  return (
    <>
      {identities === undefined || identities.length === 0 ? null : <IdentityChoice identities={identities} asker={asker} onChoose={setAsker} onFault={setFault} />}
      {fault === undefined ? null : <p role="alert">{fault}</p>}
      <Embedded key={asker?.token ?? ''} token={asker?.token} />
    </>
  );
}

interface IdentityChoiceProps {
  readonly identities: readonly Identity[];
  readonly asker: Asker | undefined;
  readonly onChoose: (asker: Asker) => void;
  readonly onFault: (fault: string | undefined) => void;
}

function IdentityChoice({ identities, asker, onChoose, onFault }: IdentityChoiceProps) {
  const choices = identities.flatMap((identity) => identity.roles.map((role) => ({ identity, role, value: `${identity.name} ${role}` })));
  const choose = (value: string) => {
    const choice = choices.find((each) => each.value === value);
    onFault(undefined);
    if (choice) askerFor(choice.identity, choice.role).then(onChoose, (error: Error) => onFault(error.message));
  };
  return (
    <label className="choice">
      身份 Identity
      <select onChange={({ target }) => choose(target.value)} defaultValue="">
        <option value="" disabled>
          {asker?.label}
        </option>
        {choices.map(({ identity, role, value }) => (
          <option key={value} value={value}>
            {identity.party} · {role}
          </option>
        ))}
      </select>
    </label>
  );
}

function Embedded({ token }: { readonly token: string | undefined }) {
  const { origin, host, protocol } = window.location;
  return (
    <ApolloSandbox
      className="sandbox"
      initialEndpoint={`${origin}/graphql`}
      initialSubscriptionEndpoint={`${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/graphql`}
      endpointIsEditable={false}
      hideCookieToggle
      runTelemetry={false}
      initialState={{
        document: '{ viewer { userId role participant { name } } }',
        pollForSchemaUpdates: false,
        ...(token === undefined ? {} : { sharedHeaders: { authorization: `Bearer ${token}` } }),
      }}
    />
  );
}
