/** A header of the request, set by ourselves, by which our own inline script learns the nonce. */
export const nonceHeader = 'x-nonce';

export interface Circumstances {
  /** Known to this one answer: a script that carries it was written by the server. */
  readonly nonce: string;
  /** Whether people come by https: nothing is then fetched any other way. */
  readonly isSecure: boolean;
  /** React explains errors with `eval` while one works on the pages. */
  readonly isDevelopment: boolean;
}

/**
 * What a page may load and run. Scripts by nonce alone: not even one of this origin runs unless the server named it, or
 * one that it named has loaded it. Widths and heights are set as style attributes, which cannot run anything.
 */
export function contentSecurityPolicy({ nonce, isSecure, isDevelopment }: Circumstances): string {
  const directives = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ];
  return directives.join('; ');
}
