import { isBehind } from '@/session/server-session';
import { ReadAgain } from './read-again';

/**
 * Reads a page again that was read before this browser's last write was worked in, until it has it: nobody else tells it, since
 * what it wrote itself is no news to it. Pages carry it, after what they read: a link to another draws their layouts no more.
 */
export const CatchUp = () => isBehind() && <ReadAgain />;
