import { randomBytes } from 'node:crypto';

/** A UUIDv7 (RFC 9562): 48 bits of milliseconds, then chance. Sorts by birth, so indexes grow at their end. */
export function newId(millis: number = Date.now()): string {
	const bytes = randomBytes(16);
	bytes.writeUIntBE(millis, 0, 6);
	bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
	bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
	const hex = bytes.toString('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const DAY = 24 * 60 * 60 * 1000;

/** An id that the public may see: it tells the day and nothing finer. */
export function newDayId(now: string): string {
	const millis = Date.parse(now);
	return newId(millis - (millis % DAY));
}

/** Sorts behind every id from before this moment, and before every id from then on. */
export function idsBefore(millis: number): string {
	const hex = millis.toString(16).padStart(12, '0');
	return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
