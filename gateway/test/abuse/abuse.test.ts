import { afterAll, beforeAll } from 'vitest';
import { abusedHub, type AbusedHub } from './abused-hub.js';
import { closedFields } from './closed-fields.js';
import { guessedRows } from './guessed-rows.js';
import { rivalsOnEveryDesk } from './rivals.js';
import { FedBackToAll, sharedAnswers } from './shared-answers.js';
import { explainedToOutsiders, tipOff } from './tip-off.js';

let hub: AbusedHub;
let before: readonly string[];
const fedBack = new FedBackToAll();

// One hub for all: it is abused, and stays what it was.
beforeAll(async () => {
  hub = await abusedHub(async (begun) => {
    before = await explainedToOutsiders(begun);
    await fedBack.begin(begun);
  });
}, 300_000);
afterAll(async () => {
  await fedBack.leave();
  await hub?.close();
}, 60_000);

const theHub = () => hub;
tipOff(theHub, () => before);
rivalsOnEveryDesk(theHub);
guessedRows(theHub);
closedFields(theHub);
sharedAnswers(theHub, () => fedBack);
