import { Problem, type Rule } from '@odolog/problems';

interface Names {
  readonly nickname?: string | null;
  readonly make?: string | null;
  readonly model?: string | null;
}

/** A vehicle must be called something: Problem `validation-failed`. */
export const calledSomething: Rule<Names> = {
  reads: ['/nickname', '/make', '/model'],
  check: ({ nickname, make, model }) => {
    if (nickname ?? make ?? model) return;
    const detail = 'A nickname, or a make and model, is missing';
    throw new Problem('validation-failed', { errors: [{ pointer: '/nickname', code: 'missing', detail }] });
  },
};
