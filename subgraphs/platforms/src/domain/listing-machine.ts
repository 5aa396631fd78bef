import { StateMachine } from '@hub/kernel/states/state-machine.js';

/** 商品: in the catalogue until it is taken down; an import does not bring it back (5.4.2). */
export const listingMachine = new StateMachine('Listing', {
  ListingsImported: { from: [], to: ['LISTED'] },
  delistListings: { from: ['LISTED'], to: ['DELISTED'] },
});
