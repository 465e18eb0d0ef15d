import { Secret, TOTP } from 'otpauth';

const PERIOD = 30;
/** A clock may be half a minute off, either way. */
const WINDOW = 1;

function totp(secret: string, label = ''): TOTP {
	const base32 = Secret.fromBase32(secret);
	return new TOTP({ issuer: 'Teilhabe', label, algorithm: 'SHA1', digits: 6, period: PERIOD, secret: base32 });
}

/** 160 bits of chance, in letters that can be typed. */
export function makeSecret(): string {
	return new Secret({ size: 20 }).base32;
}

/** What the QR code says to an app. */
export function addressOf(secret: string, label: string): string {
	return totp(secret, label).toString();
}

/** The step of time this code belongs to, or null when it is no code of now. */
export function stepOf(secret: string, code: string, now: string): number | null {
	const timestamp = Date.parse(now);
	const delta = totp(secret).validate({ token: code, timestamp, window: WINDOW });
	return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD) + delta;
}

/** The code of this moment: for the demonstration and for tests. */
export function codeAt(secret: string, now: string): string {
	return totp(secret).generate({ timestamp: Date.parse(now) });
}
