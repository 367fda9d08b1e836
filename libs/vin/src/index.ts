export { createVinCatalogue, type DecodedVin, type VinCatalogue } from './vin-catalogue.js';
