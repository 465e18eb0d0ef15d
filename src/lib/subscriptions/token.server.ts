import { timingSafeEqual } from 'node:crypto';
import type { App } from '../server/app.ts';
import { isLocale, type Locale } from '../texts/locales/locale.ts';
import type { Instant } from '../time.ts';
import type { Rhythm } from './subscription.ts';

type Keys = Pick<App, 'keys'>;

/** What was asked for with a first mail. It stands in its link and in no row: until somebody presses it, it changes nothing. */
export interface Order {
	rhythm: Rhythm;
	locale: Locale;
	at: Instant;
}

const DIGEST_BYTES = 24;
const TOKEN = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})-(?:([hw])([a-z]{2,6})-([\da-z]{1,9})-)?[\w-]{32}$/;
const RADIX = 36;
const SIGNS = { hourly: 'h', weekly: 'w' } as const satisfies Record<Rhythm, string>;

const signed = ({ keys }: Keys, said: string) =>
	`${said}-${keys.digest('subscription', `token ${said}`, DIGEST_BYTES)}`;

/** Opens one subscription to whoever has it: only a mail to its address says it, or its owner's page. Nothing of it is kept. */
export const tokenOf = (app: Keys, id: string): string => signed(app, id);

/** The same, and says what its first mail was about. */
export function orderToken(app: Keys, id: string, { rhythm, locale, at }: Order): string {
	return signed(app, `${id}-${SIGNS[rhythm]}${locale}-${Date.parse(at).toString(RADIX)}`);
}

/** Which one a token opens, and what was asked for with it; null: it is made up. */
export function openToken(app: Keys, token: string): { id: string; order: Order | null } | null {
	const [, id, sign, locale = '', time = ''] = TOKEN.exec(token) ?? [];
	if (id === undefined) return null;
	const at = Number.parseInt(time, RADIX);
	const rhythm = sign === SIGNS.weekly ? 'weekly' : 'hourly';
	const order = sign && isLocale(locale) ? ({ rhythm, locale, at: new Date(at).toISOString() } as const) : null;
	const right = order ? orderToken(app, id, order) : tokenOf(app, id);
	const [given, expected] = [Buffer.from(token), Buffer.from(right)];
	return given.length === expected.length && timingSafeEqual(given, expected) ? { id, order } : null;
}
