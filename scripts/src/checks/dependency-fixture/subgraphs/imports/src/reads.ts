export { client } from '../../../prisma/labs.js'; // imports-know-no-hub
