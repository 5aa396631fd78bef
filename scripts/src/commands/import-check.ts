import { readMapping } from '@hub/imports/mapping/read-mapping.js';
import { withExitCode } from '../exit-code.js';
import { mappingAt } from '../import/mapping-at.js';
import { localeNamed, toldIn } from '../import/told-in.js';

/** Holds a mapping against its form and against the act that it fills; no hub has to run. */
export function importCheck(named: string, { lang }: { readonly lang: string }): Promise<void> {
  return withExitCode(() =>
    toldIn(localeNamed(lang), async () => {
      const { name, text } = await mappingAt(named);
      const { mapping, input } = readMapping(text, name);
      const left = [...input.fields.keys()].filter((field) => !(field in mapping.fields));
      console.log(`${mapping.mapping}, version ${mapping.version}: fills ${mapping.fills} from ${mapping.format.kind}, ${Object.keys(mapping.fields).length} fields; it says nothing of: ${left.join(', ') || 'nothing'}.`);
      return 0;
    }),
  );
}
