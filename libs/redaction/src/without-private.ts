/** What may stand in the words of an error that we did not write, and must not stand in a log. The order matters. */
const privateParts: readonly (readonly [RegExp, string])[] = [
  // user:password@ of an address
  [/:\/\/[^\s/:@"]*:[^\s/@"]+@/g, '://[credentials]@'],
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\bodo_[\w-]{20,}/g, '[key]'],
  [/\b(bearer|basic) [\w.~+/=-]{8,}/gi, '$1 [token]'],
  [/\b([\w.-]*(?:session_token|session_data|password|secret|token))=[^;&\s"\\]+/gi, '$1=[hidden]'],
  // the same in JSON, which may stand in a text
  [/((?:password|secret|token)\\?"\s*:\s*\\?")[^"\\]+/gi, '$1[hidden]'],
  // what was asked for behind a path
  [/(\/[\w./-]*)\?[^\s"'\\)]+/g, '$1?[query]'],
  // links with a secret as a part of the path
  [/\/(calendars\/[\w-]+)\/[\w-]{20,}/g, '/$1/[token]'],
  [/\/(invitations|transfers|share|shares|s|verify|reset-password)\/[\w-]{20,}/g, '/$1/[token]'],
  // as it is, and as it stands in an address
  [/[\w.+%'!#$*^{|}~`-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu, '[mail]'],
  // ISO 3779: seventeen characters, digits among them
  [/(?<=^|[^a-z\d]|%[\da-f]{2})(?=[a-z]*\d)(?=\d*[a-z])[a-hj-npr-z\d]{17}(?![a-z\d])/gi, '[vin]'],
];

/** The same line without mail addresses, full VINs, tokens, keys, passwords in addresses, and what stood behind a `?`. */
export function withoutPrivate(line: string): string {
  return privateParts.reduce((text, [part, instead]) => text.replace(part, instead), line);
}
