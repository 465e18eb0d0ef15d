import { startSha256 } from '../sha256.ts';
import type { Matrix } from './matrix.ts';

export function sha256OfParts(...parts: (string | Uint8Array)[]): string {
	const hash = startSha256();
	for (const part of parts) hash.update(part);
	return hash.digest('hex');
}

/** The votes themselves, without the people: whoever has them can tell that it was these. */
export function inputDigest({ statements, pointers, columns, values }: Matrix): string {
	const bytes = (list: Uint32Array | Uint16Array | Int8Array) =>
		new Uint8Array(list.buffer, list.byteOffset, list.byteLength);
	return sha256OfParts(statements.join(' '), bytes(pointers), bytes(columns), bytes(values));
}
