/** Tells why a hub refuses, and gives the exit code: 1, or 2 where it fails. */
export async function tellRefusal(response: Response): Promise<number> {
  const told = (await response.json().catch(() => undefined)) as { errors?: { message: string; extensions?: { code?: string } }[] } | undefined;
  const [error] = told?.errors ?? [];
  console.error(error ? `${error.message} (${error.extensions?.code})` : `The hub answers ${response.status}.`);
  return response.status < 500 ? 1 : 2;
}
