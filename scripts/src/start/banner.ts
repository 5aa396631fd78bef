import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { demoIdentities, demoParticipants } from '@hub/prisma/seed/demo-participants.js';
import type { HubEnvironment } from '../environment.js';
import type { Hub } from './start-hub.js';

/** What the query to try asks: a page of real recalls, those that Amazon sold first. */
const query =
  '{ riskInformationList(first: 3, filter: { platform: "Amazon" }) { totalCount nodes { number productName hazardItem hazardDegree observedOn scope { units countries } } } }';
const asking = 'regulator-province';
const firstMembers = 'First members 首批成员: npx hub members record members.json, as the README shows; who takes part already stays as it is.';

/** What is printed when the hub is ready: where it is, as whom to try it, and one query; without the demo, who takes part first. */
export async function banner(hub: Hub, { dataDir, demoData, oidcIssuer }: HubEnvironment): Promise<string> {
  const tokens = oidcIssuer || !demoData ? undefined : await demoTokens(dataDir);
  return [
    '',
    '共享信息资源库 · The hub is ready.',
    '',
    ...table([
      ['GraphQL', `${hub.url}/graphql`],
      ['Console 管理台', `${hub.url}/console`],
      ['Explorer 浏览器', `${hub.url}/explorer`],
      ['Health 健康', `${hub.url}/health/ready`],
      ...Object.entries(hub.subgraphs).map(([owner, url]) => [owner, `${url}/graphql`] as const),
      ['Data 数据', dataDir],
    ]),
    '',
    ...(oidcIssuer ? [`Tokens 令牌: those of ${oidcIssuer}; the development issuer is off.`, ''] : []),
    ...(tokens ? [...identities(tokens), ''] : []),
    ...(demoData ? toTry(tokens?.find(({ name }) => name === asking)?.token ?? '<token>', hub.url) : [firstMembers, '']),
    'Ctrl-C stops everything 停止; the data stays.',
  ].join('\n');
}

interface DemoToken {
  readonly name: string;
  readonly role: string;
  readonly party: string;
  readonly token: string;
}

function demoTokens(dataDir: string): Promise<DemoToken[]> {
  return Promise.all(
    demoIdentities.map(async ({ name, partyId, defaultRole }) => ({
      name,
      role: defaultRole,
      party: demoParticipants.find(({ id }) => id === partyId)?.name ?? partyId,
      token: await mintUserToken(dataDir, { userId: `${name}.1`, partyId, role: defaultRole }),
    })),
  );
}

function identities(tokens: readonly DemoToken[]): string[] {
  return [
    'Tokens 令牌, valid for twelve hours (others: npx hub token <identity> [--role R] [--user 1|2|3]):',
    ...tokens.flatMap(({ name, role, party, token }) => ['', `  ${name} · ${role} · ${party}`, token]),
  ];
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([label]) => widthOf(label)));
  return rows.map(([label, value]) => `  ${label}${' '.repeat(width - widthOf(label))}  ${value}`);
}

/** Columns on a terminal: a Chinese character takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
}

function toTry(token: string, url: string): string[] {
  return ['One query to try 试一试 (the whole command can be pasted):', '', curl(url, token), ''];
}

function curl(url: string, token: string): string {
  return [
    `curl -s ${url}/graphql \\`,
    `  -H 'content-type: application/json' -H 'accept-language: en' \\`,
    `  -H 'authorization: Bearer ${token}' \\`,
    `  -d '${JSON.stringify({ query })}'`,
  ].join('\n');
}
