'use client';

import { FileDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { answer } from '@/api/client';
import type { TimelineItem } from '@/api/schema.gen';
import { isDrawn } from '@/ui/is-drawn';
import { browserApi } from '@/session/browser-session';

/** The receipt, papers and photos of an entry: pictures to be looked at, the rest to be opened. */
export function EntryFiles({ item: { data, files = [] } }: { item: TimelineItem }) {
  const t = useTranslations('files');
  const { receiptId, fileIds } = data as { receiptId?: string; fileIds?: string[] };
  const names = new Map(files.map(({ id, name }) => [id, name]));
  const ids = [...(receiptId ? [receiptId] : []), ...(fileIds ?? [])];
  if (ids.length === 0) return null;
  return (
    <section className="sec">
      <h3>{t('title')}</h3>
      <ul className="papers">
        {ids.map((id, at) => (
          <li key={id}>
            <Paper
              id={id}
              name={
                names.get(id.toLowerCase()) ??
                (id === receiptId ? t('receipt') : t('numbered', { number: at + 1 }))
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Paper({ id, name }: { id: string; name: string }) {
  const t = useTranslations('files');
  const { url, mediaType, failed } = useFile(id);
  if (failed) return <p className="sm muted">{t('gone', { name })}</p>;
  if (!url) return <div className="papers__waiting" aria-hidden="true" />;
  return (
    <a href={url} target="_blank" rel="noreferrer" aria-label={t('open', { name })}>
      {isDrawn(mediaType) ? (
        // Behind a token, so the page has the bytes already and there is nothing left to optimise.
        <img src={url} alt={name} />
      ) : (
        <span className="btn btn--tap">
          <FileDown className="i" />
          {name}
        </span>
      )}
    </a>
  );
}

/** A file behind its token, as an address that this page alone can open. */
function useFile(id: string) {
  const [file, setFile] = useState<{ url?: string; mediaType: string; failed?: boolean }>({ mediaType: '' });
  useEffect(() => {
    let url: string | undefined;
    let wanted = true;
    const request = { params: { path: { fileId: id } }, parseAs: 'blob' } as const;
    answer<Blob | string>(browserApi.GET('/api/v1/files/{fileId}', request))
      .then((content) => {
        if (!wanted || typeof content === 'string') return;
        url = URL.createObjectURL(content);
        setFile({ url, mediaType: content.type });
      })
      .catch(() => wanted && setFile({ mediaType: '', failed: true }));
    return () => {
      wanted = false;
      if (url) URL.revokeObjectURL(url);
    };
  }, [id]);
  return file;
}
