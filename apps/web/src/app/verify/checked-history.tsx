import type { Fault } from '@odolog/verify';
import { useTranslations } from 'next-intl';
import type { Checked, CheckedHandover } from './check-history';

/** What was found, and of whom the history was before. */
export function CheckedHistory({ checked }: { checked: Checked }) {
  const t = useTranslations('verify');
  const isChanged = checked.outcome === 'changed' || checked.outcome === 'overtaken';
  const handovers = 'handovers' in checked ? checked.handovers : [];
  return (
    <section className={isChanged ? 'verify__verdict verify__verdict--changed' : 'verify__verdict'}>
      <h2>{t(`outcome.${checked.outcome}`)}</h2>
      {'vehicle' in checked && <p>{checked.vehicle}</p>}
      {'events' in checked && (
        <p className="muted">
          {t('sealedAt', { events: checked.events, at: new Date(checked.issuedAt), code: checked.code })}
        </p>
      )}
      {'fault' in checked && <FaultWords fault={checked.fault} />}
      {handovers.length > 0 && (
        <ul className="verify__handovers" aria-label={t('handovers')}>
          {handovers.map((handover) => (
            <HandedOver key={handover.version} handover={handover} />
          ))}
        </ul>
      )}
    </section>
  );
}

function FaultWords({ fault }: { fault: Fault }) {
  const t = useTranslations('verify.fault');
  const { line } = fault;
  if (fault.part === 'event') return <p>{t(`event.${fault.what}`, { version: fault.version, line })}</p>;
  if (fault.part === 'handover') return <p>{t('handover', { version: fault.version, line })}</p>;
  return <p>{fault.part === 'key' && fault.what === 'foreign' ? t('foreign') : t(fault.part, { line })}</p>;
}

/** The address is text, and no link: it stands in a file that anybody may have written. */
function HandedOver({ handover }: { handover: CheckedHandover }) {
  const t = useTranslations('verify');
  const { proven, events, version, at, issuer, keyId, sealedHere } = handover;
  return (
    <li>
      {t(proven ? 'proven' : 'unproven', { events, version, at: new Date(at) })}{' '}
      <span className="muted">
        {sealedHere ? t('keeperHere') : t('keeperElsewhere', { issuer, key: keyId })}
      </span>
    </li>
  );
}
