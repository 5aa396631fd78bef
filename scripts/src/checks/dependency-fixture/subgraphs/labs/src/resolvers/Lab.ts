export { client } from '../../../../prisma/labs.js'; // resolvers-stay-thin
