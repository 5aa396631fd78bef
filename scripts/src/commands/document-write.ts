import { writeFile } from 'node:fs/promises';
import { addressOf, tokenOf, type AskedAs } from '../asking/asked-as.js';
import { CommandRefused } from '../command-refused.js';
import { withExitCode } from '../exit-code.js';

export interface DocumentWriteOptions extends AskedAs {
  readonly out?: string;
  readonly paper?: string;
  readonly purpose?: string;
}

/** Writes a document that a party may have into a file (gateway/docs/documents.md). The exit code is 0 where it is written, 1 where the hub refuses, 2 where it does not answer, 3 for wrong input. */
export function documentWrite(kind: string, ids: readonly string[], options: DocumentWriteOptions): Promise<void> {
  return withExitCode(async () => {
    const { out, paper = 'label', purpose } = options;
    if (out === undefined) throw new CommandRefused(`Where is it to lie? Right would be, for example, --out ${kind}.pdf.`);
    if (!['label', 'a4'].includes(paper)) throw new CommandRefused(`"${paper}" is no paper for labels. Right would be --paper label or a4.`);
    const address = new URL(`/documents/${encodeURIComponent(kind)}/${ids.map(encodeURIComponent).join(',')}?paper=${paper}`, await addressOf(options));
    const response = await fetch(address, { headers: { authorization: `Bearer ${await tokenOf(options)()}`, 'accept-language': 'en', ...(purpose !== undefined && { 'x-hub-purpose': purpose }) } });
    if (response.ok) {
      await writeFile(out, Buffer.from(await response.arrayBuffer()));
      console.log(`${out}: written.`);
      return 0;
    }
    const told = (await response.json().catch(() => undefined)) as { errors?: { message: string; extensions?: { code?: string } }[] } | undefined;
    const [error] = told?.errors ?? [];
    console.error(error ? `${error.message} (${error.extensions?.code})` : `The hub answers ${response.status}.`);
    return response.status < 500 ? 1 : 2;
  });
}
