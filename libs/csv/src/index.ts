export { csvLines, csvOf, type Cell } from './csv.js';
