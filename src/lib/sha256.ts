import { createHash, hash, type Hash } from 'node:crypto';

/** SHA-256 of these bytes, or of the UTF-8 of this text. The one place that names the algorithm. */
export function sha256(data: string | Uint8Array, encoding: 'hex' | 'base64' | 'base64url' = 'hex'): string {
	return hash('sha256', data, encoding);
}

/** The same for what comes piece by piece: `update` it, then `digest` it. */
export function startSha256(): Hash {
	return createHash('sha256');
}
