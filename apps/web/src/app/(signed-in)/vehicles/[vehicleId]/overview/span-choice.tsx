import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import { spans, type Span } from './span';

interface SpanChoiceProps {
  readonly here: string;
  /** What else the address says. */
  readonly kept: Readonly<Record<string, string>>;
  readonly span: Span;
}

/** How far back the pictures go. The address holds it, and a year is no part of it. */
export function SpanChoice({ here, kept, span }: SpanChoiceProps) {
  const t = useTranslations('overview.span');
  return (
    <nav className="seg seg--tall pictures__span" aria-label={t('label')}>
      {spans.map((each) => (
        <Link
          key={each}
          scroll={false}
          href={{ pathname: here, query: each === 'year' ? kept : { ...kept, span: each } }}
          aria-current={each === span ? 'page' : undefined}
        >
          {t(each)}
        </Link>
      ))}
    </nav>
  );
}
