import { expect, it } from 'vitest';
import { ApiProblem, unreachable } from '@/api/api-problem';
import type { WaitingEntry } from '@/waiting/waiting-entry';
import { attachedFile, learn } from './attached-files';
import { filesStillNamed, filesToSend, holdingSave, withAllNamed, withFilesLeft } from './files-to-send';
import type { FormValues } from './form-values';

const file = new File(['%PDF-'], 'invoice.pdf');
const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'large.pdf');
const refused = new ApiProblem({ code: 'file-type-not-allowed', title: '', status: 415 });
const values = (data: FormValues['data'], type = 'fuel') => ({ type, data }) as FormValues;

it('names what is not sent yet after what is, the first one as the receipt of what costs money', () => {
  const unsent = { failed: 'b', onTheWay: 'c' };
  expect(withAllNamed(values({ receiptId: '', fileIds: '', ...unsent }))).toMatchObject({
    receiptId: 'b',
    fileIds: 'c',
  });
  expect(withAllNamed(values({ receiptId: 'a', fileIds: '', ...unsent }))).toMatchObject({
    receiptId: 'a',
    fileIds: 'b, c',
  });
  expect(withAllNamed(values({ fileIds: 'a', ...unsent }, 'note'))).toEqual({
    fileIds: 'a, b, c',
    ...unsent,
  });
});

it('lets go along what may come through later', () => {
  learn('failed', { file, fault: unreachable() });
  learn('sending', { file });
  const data = { failed: 'failed', onTheWay: 'sending' };
  expect(filesToSend(data)).toEqual([
    { key: 'failed', file },
    { key: 'sending', file },
  ]);
  expect(holdingSave(data)).toEqual([]);
});

it('holds the save for what is refused, too large, or not on this device', () => {
  learn('refused', { file, fault: refused });
  learn('large', { file: large });
  learn('elsewhere', { fault: unreachable() });
  const data = { failed: 'refused, elsewhere', onTheWay: 'large, unknown' };
  expect(holdingSave(data)).toEqual(['refused', 'elsewhere', 'large', 'unknown']);
  // It is tried again for another vehicle, and what was wrong before may not be any more.
  expect(holdingSave({ onTheWay: 'refused' })).toEqual([]);
});

it('opens an entry that waits with the files that go along, and with what one was refused for', () => {
  const problem = { ...refused.body, file: { key: 'x', name: 'x.html' } };
  const files = [
    { key: 'x', file },
    { key: 'y', file },
    { key: 'z', file, keptAs: 'kept' },
  ];
  const waiting = { vehicleId: 'cuore', files, problem } as unknown as WaitingEntry;
  const { data } = withFilesLeft(values({ receiptId: '', fileIds: 'kept' }), waiting);
  expect(data).toEqual({ receiptId: '', fileIds: 'kept', failed: 'x', onTheWay: 'y' });
  expect(attachedFile('x')).toEqual({ file, fault: new ApiProblem(problem) });
  expect(attachedFile('y')).toEqual({ file });
  expect(attachedFile('kept')).toEqual({ file, vehicleId: 'cuore' });
});

it('leaves the files of an entry that is being sent to whoever sends it', () => {
  learn('x', { file, fault: unreachable() });
  const waiting = {
    vehicleId: 'cuore',
    files: [{ key: 'x', file }],
    problem: null,
  } as unknown as WaitingEntry;
  const { data } = withFilesLeft(values({ receiptId: '' }), waiting);
  expect(data).toEqual({ receiptId: '', failed: 'x', onTheWay: '' });
  expect(attachedFile('x').fault).toBeUndefined();
  expect(holdingSave(data)).toEqual([]);
});

it('has the names of kept files go along with a change, as long as the form names them, for their vehicle', () => {
  const kept = { key: 'x', file, keptAs: 'kept' };
  const files = [kept, { key: 'y', file, keptAs: 'removed' }, { key: 'z', file }];
  const waiting = { vehicleId: 'cuore', files } as unknown as WaitingEntry;
  const data = { receiptId: '', fileIds: 'kept', onTheWay: 'z' };
  expect(filesStillNamed(data, waiting, 'cuore')).toEqual([kept]);
  expect(filesStillNamed(data, waiting, 'polo')).toEqual([]);
  expect(filesStillNamed(data, undefined, 'cuore')).toEqual([]);
});
