export { lab } from '../repository/lab.js'; // domain-decides-purely
