export { listing } from '../../platforms/src/listing.js'; // kernel-knows-no-subgraph
