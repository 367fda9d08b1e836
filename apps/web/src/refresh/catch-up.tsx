import { isBehind } from '@/session/server-session';
import { Behind } from './behind';

/**
 * Has the page read again where something was read before this browser's last write was worked in, until it is there: nobody
 * else tells it, since what it wrote itself is no news to it. Layouts carry it as pages do, each after what it reads: a link
 * draws only what it leads to. Forms keep what is typed into them; pages on which nothing is folded from entries do without.
 */
export const CatchUp = () => isBehind() && <Behind />;
