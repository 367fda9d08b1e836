import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { attachments, closed, Tags, text } from '../measures.js';

const longestSummary = 140;

/** Something worth remembering. */
export const note = defineEvent({
  type: 'note',
  version: 2,
  icon: 'notebook-pen',
  family: 'paper',
  title: 'Note',
  data: Type.Object({ text: text(10_000), fileIds: attachments.fileIds, tags: Type.Optional(Tags) }, closed),
  example: { text: 'Slight rattle from the left at 3,000 rpm. Gone when warm.' },
  summary: ({ text: written }) => {
    const [line = ''] = written.trim().split('\n');
    return line.length <= longestSummary ? line : `${line.slice(0, longestSummary - 1).trimEnd()}…`;
  },
  facts: () => ({}),
  // The second version knows files; what the first one said stays as it was.
  upcast: { 1: (data) => data },
});
