import { expect, it } from 'vitest';
import { categoryOf, expenseCategory, serviceItems, workOf } from './words-for-work.js';

it('knows no word that only objects have', () => {
  for (const word of ['constructor', '__proto__']) {
    expect(workOf(word)).toEqual({ kind: 'other', description: word });
    expect(serviceItems([word])).toEqual([{ kind: 'other', description: word }]);
    expect(categoryOf(word)).toBeUndefined();
    expect(expenseCategory([word])).toEqual({ category: 'other', description: word });
  }
});
