/** Which demo identity was chosen in this tab, so that a page opened anew asks as the same; a token is never kept. */
export interface KeptChoice {
  readonly name: string;
  readonly role: string;
}

const place = 'hub.console.identity';

export function keepChoice(choice: KeptChoice | undefined): void {
  if (choice) window.sessionStorage.setItem(place, JSON.stringify(choice));
  else window.sessionStorage.removeItem(place);
}

export function keptChoice(): KeptChoice | undefined {
  const kept = window.sessionStorage.getItem(place);
  return kept === null ? undefined : (JSON.parse(kept) as KeptChoice);
}
