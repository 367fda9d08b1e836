import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const aYearInSeconds = 31_536_000;

/**
 * A browser in which somebody has signed in keeps a mark of it. Whoever tries passwords from elsewhere cannot use up the
 * attempts of that browser, and so cannot lock its owner out.
 */
export class KnownDevices {
  constructor(
    private readonly secret: string,
    private readonly isSecure: boolean,
  ) {}

  /** Name of the device, if it has a mark for this account that was made here. */
  deviceOf(account: string, cookies: string | undefined): string | undefined {
    const [device = '', seal = ''] = this.markOf(account, cookies)?.split('.') ?? [];
    const [given, expected] = [Buffer.from(seal), Buffer.from(this.sealOf(account, device))];
    return given.length === expected.length && timingSafeEqual(given, expected) ? device : undefined;
  }

  /** The cookie by which a browser is known from now on. */
  cookieFor(account: string): string {
    const device = randomBytes(16).toString('base64url');
    const value = `${device}.${this.sealOf(account, device)}`;
    const secure = this.isSecure ? '; Secure' : '';
    return `${this.nameFor(account)}=${value}; Path=/api/auth; Max-Age=${aYearInSeconds}; HttpOnly; SameSite=Lax${secure}`;
  }

  private markOf(account: string, cookies = ''): string | undefined {
    const start = `${this.nameFor(account)}=`;
    return cookies
      .split(/; */)
      .find((cookie) => cookie.startsWith(start))
      ?.slice(start.length);
  }

  private sealOf(account: string, device: string): string {
    return createHmac('sha256', this.secret)
      .update(`known-device\n${account}\n${device}`)
      .digest('base64url');
  }

  /** One browser may be known to several people of a household. */
  private nameFor(account: string): string {
    const prefix = this.isSecure ? '__Secure-' : '';
    return `${prefix}odolog.device.${createHash('sha256').update(account).digest('hex').slice(0, 12)}`;
  }
}
