import type { AmendmentInput } from '#lib/amendments/amendment.ts';
import * as amendments from '#lib/amendments/amendments.server.ts';
import type { Person } from '#lib/people/person.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import type { TestApp } from '../machine/testApp.ts';

/** What the form on a point's page carries: its wording, and what is typed. */
export async function proposing(
	testApp: TestApp,
	point: number,
	more: Partial<AmendmentInput> = {}
): Promise<AmendmentInput> {
	const { wordingId, title, body } = await strategy.wordingNow(testApp.as(null), point);
	const reason = 'Das muss genauer sein.';
	return { id: newId(), wording: wordingId, title, body: `${body} Und zwar bald.`, reason, ...more };
}

/** An amendment as sent; it waits for moderation. */
export async function propose(
	testApp: TestApp,
	point: number,
	who: Person,
	more: Partial<AmendmentInput> = {}
): Promise<{ id: string; number: number }> {
	const form = await proposing(testApp, point, more);
	const find = (ctx: Parameters<typeof strategy.wordingNow>[0]) => strategy.wordingNow(ctx, point);
	return { id: form.id, number: await amendments.submit(testApp.as(who), find, form) };
}

/** The same, and moderation has let it through. Returns its number. */
export async function proposed(testApp: TestApp, point: number, who: Person, more: Partial<AmendmentInput> = {}) {
	const { id, number } = await propose(testApp, point, who, more);
	await transaction(testApp.as(null), (ctx) => amendments.screened(ctx, id, { deed: 'publish' }));
	return number;
}
