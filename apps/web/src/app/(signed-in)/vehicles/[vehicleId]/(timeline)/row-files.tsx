import { Paperclip } from 'lucide-react';
import type { TimelineItem } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { isDrawn } from '@/ui/is-drawn';

/** The photos and papers of an entry, small, in its row. Whoever opens the entry looks at them. */
export function RowFiles({ files }: { files: NonNullable<TimelineItem['files']> }) {
  const { owner } = useViewer();
  return (
    <div className="row__files">
      {files.map((file) =>
        isDrawn(file.mediaType) ? (
          // Behind a session, which the optimiser has not.
          <img
            key={file.id}
            className="photo"
            src={`/pictures/${owner.tenantId}/${file.id}/small`}
            alt={file.name}
            loading="lazy"
            decoding="async"
          />
        ) : (
          <span key={file.id} className="file">
            <Paperclip className="i i-sm" />
            <span>{file.name}</span>
          </span>
        ),
      )}
    </div>
  );
}
