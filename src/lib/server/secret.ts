import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a key is for. Each purpose has a key of its own, so that one never opens what another closed. */
type Purpose =
	| 'card'
	| 'ballot'
	| 'seal'
	| 'recovery'
	| 'fingerprint'
	| 'unsent'
	| 'limit'
	| 'device'
	| 'provider'
	| 'thanks'
	| 'subscription';

/** The secret of this installation. Without TEILHABE_SECRET it is made once and kept beside the SQLite file. */
export function readSecret(configured: string | null, file: string): string {
	if (configured) return configured;
	try {
		return readFileSync(file, 'utf8').trim();
	} catch {
		mkdirSync(dirname(file), { recursive: true });
		// `wx`: two processes starting at once must not end up with two secrets.
		try {
			writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
		}
		return readFileSync(file, 'utf8').trim();
	}
}

/** The secret that is there already; null: none, and none is made. */
export function knownSecret(configured: string | null, file: string): string | null {
	if (configured) return configured;
	return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

export interface Keys {
	/** base64url of HMAC-SHA-256, cut to `bytes` bytes (default 32). */
	digest(purpose: Purpose, text: string, bytes?: number): string;
	/** AES-256-GCM; base64url of iv, tag and cipher text. */
	seal(text: string): string;
	/** Throws when the text was changed or sealed with another secret. */
	open(sealed: string): string;
}

export function deriveKeys(secret: string): Keys {
	// As key objects: a buffer would be made into one at every vote.
	const key = (purpose: Purpose) => createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'teilhabe', purpose, 32)));
	const keys = {
		card: key('card'),
		ballot: key('ballot'),
		seal: key('seal'),
		recovery: key('recovery'),
		fingerprint: key('fingerprint'),
		unsent: key('unsent'),
		limit: key('limit'),
		device: key('device'),
		provider: key('provider'),
		thanks: key('thanks'),
		subscription: key('subscription')
	};
	return {
		digest: (purpose, text, bytes = 32) =>
			createHmac('sha256', keys[purpose]).update(text).digest().subarray(0, bytes).toString('base64url'),
		seal(text) {
			const iv = randomBytes(12);
			const cipher = createCipheriv('aes-256-gcm', keys.seal, iv);
			const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
			return Buffer.concat([iv, cipher.getAuthTag(), closed]).toString('base64url');
		},
		open(sealed) {
			const raw = Buffer.from(sealed, 'base64url');
			const decipher = createDecipheriv('aes-256-gcm', keys.seal, raw.subarray(0, 12), { authTagLength: 16 });
			decipher.setAuthTag(raw.subarray(12, 28));
			return Buffer.concat([decipher.update(raw.subarray(28)), decipher.final()]).toString('utf8');
		}
	};
}
