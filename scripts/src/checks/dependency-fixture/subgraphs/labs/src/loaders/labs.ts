export { accept } from '../inbox/accept.js'; // loaders-load-through-the-repository
