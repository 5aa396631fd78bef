import { asDcat } from '@hub/schema/catalogue/as-dcat.js';
import { catalogue } from '@hub/schema/generated/catalogue.js';
import { CommandRefused } from '../command-refused.js';

/** Prints the catalogue of what is shared as DCAT 3 in JSON-LD, and nothing else. It stands in the contract: no hub has to run. */
export function catalogueExport({ address }: { readonly address: string }): void {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new CommandRefused(`"${address}" is no address of a gateway. Right would be, for example, https://hub.example.cn.`);
  }
  console.log(JSON.stringify(asDcat(catalogue, address), null, 2));
}
