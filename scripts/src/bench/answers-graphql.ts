/** Whether GraphQL is answered there already. */
export async function answersGraphql(url: string, headers: Readonly<Record<string, string>>): Promise<boolean> {
  const body = JSON.stringify({ query: '{ __typename }' });
  const response = await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body }).catch(() => undefined);
  return response?.status === 200 && (await response.text()).includes('"Query"');
}
