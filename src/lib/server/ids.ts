import { v7 } from 'uuid';
import { sha256 } from '../sha256.ts';
import { DAY } from '../time.ts';

/** A UUIDv7 (RFC 9562): milliseconds, then chance alone, never a counter. Sorts by birth, so indexes grow at their end. */
export const newId = (millis: number = Date.now()): string => v7({ msecs: millis });

/** An id that the public may see: it tells the day and nothing finer. */
export function newDayId(now: string): string {
	const millis = Date.parse(now);
	return newId(millis - (millis % DAY));
}

/** The same id for the same names (UUIDv8): whatever is sent twice is done once. */
export function idFrom(...names: readonly string[]): string {
	const hex = sha256(names.join('\n'));
	return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
		'-'
	);
}

/** Sorts behind every id from before this moment, and before every id from then on. */
export function idsBefore(millis: number): string {
	const hex = millis.toString(16).padStart(12, '0');
	return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
