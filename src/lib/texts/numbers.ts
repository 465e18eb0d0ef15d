import { perLocale } from './locales/formats.ts';

/** Numbers as people write them in the language in which they read. */

/** A narrow space cannot be mistaken for a decimal sign, in any language: "2 000". */
const NARROW = '\u202f';
const MINUS = '\u2212';

const joined = (parts: readonly Intl.NumberFormatPart[]) =>
	parts.map(({ type, value }) => (type === 'group' ? NARROW : type === 'minusSign' ? MINUS : value)).join('');

const formatter = (options: Intl.NumberFormatOptions) =>
	perLocale((intl) => new Intl.NumberFormat(intl, { useGrouping: 'always', ...options }));

const wholes = formatter({ maximumFractionDigits: 0 });

/** "2 000" */
export const whole = (number: number): string => joined(wholes().formatToParts(number));

/** "+12", "−3" with a true minus sign, "0". */
export function signed(number: number): string {
	if (number === 0) return '0';
	return number > 0 ? `+${whole(number)}` : `${MINUS}${whole(-number)}`;
}

const shares = formatter({ style: 'percent', maximumFractionDigits: 0 });

/** A share from 0 to 1 as "73 %". */
export const percent = (share: number): string => joined(shares().formatToParts(share));

const decimals = perLocale((intl) => {
	const parts = new Intl.NumberFormat(intl).formatToParts(0.5);
	return parts.find(({ type }) => type === 'decimal')?.value ?? ',';
});

/** "0,75" */
export function decimal(number: number, digits = 2): string {
	return number.toFixed(digits).replace('.', decimals()).replace('-', MINUS);
}

const tenths = formatter({ maximumFractionDigits: 1 });

/** How much there is to load: "48 kB", "1,2 MB". */
export function fileSize(bytes: number): string {
	if (bytes < 1_000_000) return `${whole(Math.max(1, Math.round(bytes / 1_000)))}\u00a0kB`;
	return `${joined(tenths().formatToParts(bytes / 1_000_000))}\u00a0MB`;
}
