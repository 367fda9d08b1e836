import { expect, it } from 'vitest';
import { filesAlong } from './files-along';
import type { TypedData } from './typed-data';

const nothing = { data: { fileIds: '' }, began: { fileIds: '' } };
const filled = {
  data: { fill: 'full', receiptId: 'a', fileIds: 'b', failed: 'c', onTheWay: 'd' },
  began: { fill: 'full', receiptId: '', fileIds: '' },
};

it('takes the files of every type that was picked before to the one that is picked now', () => {
  const typed = new Map<string, TypedData>([
    ['fuel', filled],
    ['expense', { data: { onTheWay: 'e' }, began: {} }],
    ['document', nothing],
  ]);
  const along = filesAlong('document', typed);
  expect(along.get('document')?.data.onTheWay).toBe('a, b, c, d, e');
  expect(along.get('fuel')).toEqual({ ...filled, data: filled.began });
  expect(along.get('expense')?.data.onTheWay).toBeUndefined();
});

it('leaves them where they are while a type is picked that names no files', () => {
  const typed = new Map<string, TypedData>([
    ['fuel', filled],
    ['odometer', { data: {}, began: {} }],
  ]);
  expect(filesAlong('odometer', typed)).toEqual(typed);
});
