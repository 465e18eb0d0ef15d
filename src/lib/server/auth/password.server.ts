import { hash, verify } from '@node-rs/argon2';

/** argon2id with the parameters OWASP names first: 19 MiB, two rounds, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Verified against when there is no such account, so that the answer takes as long as with one. */
let decoy: Promise<string> | null = null;

export function hashPassword(password: string): Promise<string> {
	return hash(password, COST);
}

export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
	decoy ??= hashPassword('nobody has this password');
	const matches = await verify(stored ?? (await decoy), password);
	return stored !== null && matches;
}
