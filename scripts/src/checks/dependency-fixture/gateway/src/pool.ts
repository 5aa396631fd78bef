export { client } from '../../prisma/labs.js'; // gateway-owns-no-data
