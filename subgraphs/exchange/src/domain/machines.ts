import { accessRecordMachine } from './access-record-machine.js';
import { clientKeyMachine } from './client-key-machine.js';
import { dataCommentMachine } from './data-comment-machine.js';
import { dataCorrectionMachine } from './data-correction-machine.js';
import { delegationMachine } from './delegation-machine.js';
import { dutyMachine } from './duty-machine.js';
import { fieldClosingMachine } from './field-closing-machine.js';
import { membershipApplicationMachine } from './membership-application-machine.js';
import { roleMappingMachine } from './role-mapping-machine.js';
import { participantMachine } from './participant-machine.js';
import { sharingGrantMachine } from './sharing-grant-machine.js';
import { sharingRequestMachine } from './sharing-request-machine.js';
import { taskClaimMachine } from './task-claim-machine.js';
import { webhookMachine } from './webhook-machine.js';

/** The state machines of this subgraph, from which their page is drawn. */
export const machines = [accessRecordMachine, dutyMachine, taskClaimMachine, delegationMachine, membershipApplicationMachine, participantMachine, roleMappingMachine, clientKeyMachine, webhookMachine, sharingRequestMachine, sharingGrantMachine, fieldClosingMachine, dataCorrectionMachine, dataCommentMachine];
