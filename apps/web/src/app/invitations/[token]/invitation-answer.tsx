'use client';

import { answer } from '@/api/client';
import { OfferAnswer } from '@/offer/offer-answer';
import { browserApi, publicApi } from '@/session/browser-session';
import { switchTenant } from '@/session/tenant-choice';

interface InvitationAnswerProps {
  readonly token: string;
  readonly sentTo: string;
  readonly signedInAs: string | undefined;
}

/** Who accepts goes on in what was shared. */
export function InvitationAnswer(props: InvitationAnswerProps) {
  const params = { path: { token: props.token } };
  const accept = async (confirmAddress: boolean) => {
    const body = { confirmAddress };
    const { id } = await answer(browserApi.POST('/api/v1/invitations/{token}/accept', { params, body }));
    switchTenant(id);
  };
  const decline = () => answer(publicApi.POST('/api/v1/invitations/{token}/decline', { params }));
  return <OfferAnswer {...props} of="invitation" onAccept={accept} onDecline={decline} />;
}
