import { useContext, useState, type FormEvent } from 'react';
import { ChosenAskerContext } from './chosen-asker';

/** Who asks: the demo identities one click away, or a token of the party's own. */
export function IdentityPanel() {
  const { identities, chosen, choose, present } = useContext(ChosenAskerContext);
  const [fault, setFault] = useState<string>();
  const act = (work: () => Promise<void>) => {
    setFault(undefined);
    work().catch((error: Error) => setFault(error.message));
  };
  return (
    <section className="hub-panel">
      <h1>身份 Identity</h1>
      {identities.length === 0 ? (
        <TokenForm present={present} />
      ) : (
        <>
          <p>演示身份，选择即可；之后的查询和订阅都以此身份进行。Demo identities: whatever is asked from now on is asked as the one chosen.</p>
          <ul className="hub-identities">
            {identities.map((identity) => (
              <li key={identity.name} aria-current={chosen.identity === identity.name}>
                <strong>{identity.party}</strong>
                <code>{identity.name}</code>
                <span className="hub-roles">
                  {identity.roles.map((role) => (
                    <button key={role} type="button" aria-pressed={chosen.identity === identity.name && chosen.role === role} onClick={() => act(() => choose(identity, role))}>
                      {role}
                    </button>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {fault === undefined ? null : <p role="alert">{fault}</p>}
    </section>
  );
}

function TokenForm({ present }: { readonly present: (token: string) => void }) {
  const [token, setToken] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    present(token.trim());
  };
  return (
    <form onSubmit={submit}>
      <p>
        <label htmlFor="token">本库使用贵单位身份提供方签发的令牌；粘贴后只保留在本页。The hub takes tokens of your OpenID provider; what you paste stays in this page.</label>
      </p>
      <textarea id="token" rows={6} spellCheck={false} value={token} onChange={({ target }) => setToken(target.value)} />
      <button type="submit" disabled={token.trim() === ''}>
        使用此令牌 Use it
      </button>
    </form>
  );
}
