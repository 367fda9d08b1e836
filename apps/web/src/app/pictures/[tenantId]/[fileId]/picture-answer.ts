const keptSeconds = 24 * 60 * 60;

/** Answers with a picture that nothing else is made of: by whatever it holds, no page of ours comes of it. */
export function pictureAnswer(body: BodyInit | null, mediaType: string): Response {
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      // Under its id a file never changes. By tomorrow the right to it is asked for again.
      'cache-control': `private, max-age=${keptSeconds}, immutable`,
    },
  });
}

export const noPicture = () => new Response(null, { status: 404 });
