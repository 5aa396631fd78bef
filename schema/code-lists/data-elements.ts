import { elementsOfDutiesAndSharing } from './data-elements/of-duties-and-sharing.js';
import { elementsOfIdentityAndParties } from './data-elements/of-identity-and-parties.js';
import { elementsOfTheProcess } from './data-elements/of-the-process.js';

/** A data element (数据元): what a field means, whatever type it stands on (5.4.3 c). Named as the field is, unless the field names another. */
export interface DataElement {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** The standard that says how it is written. */
  readonly standard?: string;
}

/** The data elements of the first version, by name. */
export const dataElements: ReadonlyMap<string, DataElement> = new Map(
  [...elementsOfIdentityAndParties, ...elementsOfTheProcess, ...elementsOfDutiesAndSharing].map(([name, zh, en, standard]) => [name, { name, zh, en, ...(standard === undefined ? {} : { standard }) }]),
);
