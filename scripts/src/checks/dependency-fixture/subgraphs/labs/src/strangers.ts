export { listing } from '../../platforms/src/listing.js'; // subgraphs-are-strangers
