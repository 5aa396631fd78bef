export { client } from '../prisma/labs.js'; // schema-stands-alone
