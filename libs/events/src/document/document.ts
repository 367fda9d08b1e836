import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { attachments, closed, LocalDate, Tags, text } from '../measures.js';

/** A paper that belongs to the vehicle, with its files. */
export const document = defineEvent({
  type: 'document',
  version: 1,
  icon: 'file-text',
  family: 'paper',
  title: 'Document',
  data: Type.Object(
    {
      kind: Type.Enum([
        'registration',
        'title',
        'insurance',
        'inspection-report',
        'contract',
        'invoice',
        'warranty',
        'manual',
        'photo',
        'other',
      ]),
      title: text(200),
      validUntil: Type.Optional(LocalDate),
      fileIds: attachments.fileIds,
      tags: Type.Optional(Tags),
    },
    closed,
  ),
  example: { kind: 'insurance', title: 'Insurance certificate 2027', validUntil: '2027-12-31', fileIds: [] },
  summary: ({ title, validUntil }, format) =>
    validUntil ? `${title}, ${format.say('valid until {date}', { date: format.date(validUntil) })}` : title,
  facts: () => ({}),
  upcast: {},
});
