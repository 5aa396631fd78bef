export { listing } from '../subgraphs/platforms/src/listing.js'; // prisma-knows-no-service
