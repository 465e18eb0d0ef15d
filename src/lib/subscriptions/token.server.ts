import { timingSafeEqual } from 'node:crypto';
import type { App } from '../server/app.ts';

const ID_LENGTH = 36;
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Opens one subscription to whoever has it: only a mail to its address says it, or its owner's page. Nothing of it is kept. */
export function tokenOf(app: Pick<App, 'keys'>, id: string): string {
	return `${id}-${app.keys.digest('subscription', `token ${id}`, 24)}`;
}

/** The id a token opens; null: it is made up. */
export function openToken(app: Pick<App, 'keys'>, token: string): string | null {
	const id = token.slice(0, ID_LENGTH);
	if (!ID.test(id)) return null;
	const [given, right] = [Buffer.from(token), Buffer.from(tokenOf(app, id))];
	return given.length === right.length && timingSafeEqual(given, right) ? id : null;
}
