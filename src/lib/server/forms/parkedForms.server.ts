import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Ctx } from '../ctx.ts';
import { transaction } from '../db/transaction.ts';
import type { App } from '../app.ts';
import { deriveKeys } from '../secret.ts';
import { MINUTE, later } from '../../time.ts';

/** Milliseconds. Two hours for whoever was signed in; less for others, who may share the device. */
const LIFETIME = { known: 120 * MINUTE, stranger: 15 * MINUTE };

/** What a browser remembers of forms that were not taken; the cookie's parts. */
export interface Browser {
	/** Opens what was put aside. It stands nowhere but in the cookie. */
	key: string;
	/** Who was signed in last, as a digest; empty: nobody. What one person typed is never shown to the next. */
	mark: string;
	/** Something was put aside: without it no page has to look. */
	parked: boolean;
}

const COOKIE = /^([\w-]{43})\.([\w-]{0,22})\.([01])$/;

export function readBrowser(cookie: string | undefined): Browser | null {
	const [, key, mark, parked] = COOKIE.exec(cookie ?? '') ?? [];
	return key === undefined || mark === undefined ? null : { key, mark, parked: parked === '1' };
}

export const browserText = ({ key, mark, parked }: Browser) => `${key}.${mark}.${parked ? 1 : 0}`;

export const markOf = (app: App, personId: string) => app.keys.digest('unsent', `person\n${personId}`, 16);

export const newBrowser = (mark: string): Browser => ({
	key: randomBytes(32).toString('base64url'),
	mark,
	parked: false
});

const Values = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const Unsent = z.object({
	/** The form's action, e.g. `?/send`; empty for a page with one form. */
	action: z.string(),
	values: Values,
	/** When it was sent. */
	at: z.string()
});
export type Unsent = z.infer<typeof Unsent>;

const idOf = (app: App, { key }: Browser, path: string) => app.keys.digest('unsent', `${key}\n${path}`);
/** Both are needed to open it: the secret of this installation, and the browser's key. */
const lockOf = (app: App, { key }: Browser) => deriveKeys(app.keys.digest('unsent', `lock\n${key}`));

/** Puts aside what was typed on the page at `path`; what lay there before goes. */
export async function park(ctx: Ctx, browser: Browser, path: string, unsent: Unsent): Promise<void> {
	const lifetime = browser.mark === '' ? LIFETIME.stranger : LIFETIME.known;
	const row = {
		id: idOf(ctx.app, browser, path),
		sealed: lockOf(ctx.app, browser).seal(JSON.stringify(unsent)),
		expiresAt: later(ctx.now, lifetime)
	};
	await transaction(ctx, async ({ db }) => {
		const { sealed, expiresAt } = row;
		await db
			.insertInto('unsentForms')
			.values(row)
			.onConflict((conflict) => conflict.column('id').doUpdateSet({ sealed, expiresAt }))
			.execute();
	});
}

/** What was typed on that page and not taken, or null. */
export async function find(ctx: Ctx, browser: Browser, path: string): Promise<Unsent | null> {
	const row = await ctx.db
		.selectFrom('unsentForms')
		.select('sealed')
		.where('id', '=', idOf(ctx.app, browser, path))
		.where('expiresAt', '>', ctx.now)
		.executeTakeFirst();
	return row ? Unsent.parse(JSON.parse(lockOf(ctx.app, browser).open(row.sealed))) : null;
}

/** It was sent after all. */
export async function drop(ctx: Ctx, browser: Browser, path: string): Promise<void> {
	await transaction(ctx, async ({ db }) => {
		await db
			.deleteFrom('unsentForms')
			.where('id', '=', idOf(ctx.app, browser, path))
			.execute();
	});
}

/** A chore: nothing stays longer than it was promised. */
export async function sweep(ctx: Ctx): Promise<void> {
	await transaction(ctx, async ({ db }) => {
		await db.deleteFrom('unsentForms').where('expiresAt', '<=', ctx.now).execute();
	});
}
