import { config } from './config.js';

/**
 * How often what is drawn at random, or what a crash interrupts, is tried.
 *
 * @param usual where a change is checked, by `npm test`
 * @param thorough by `npm run test:thorough`
 */
export function rounds(usual: number, thorough: number): number {
  return config.thorough ? thorough : usual;
}
