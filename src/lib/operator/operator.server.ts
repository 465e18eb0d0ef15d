import { expectSeen, type State } from '../editState.ts';
import { isStaff } from '../people/person.ts';
import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { record } from '../server/journal/journal.server.ts';
import type { FixedPage } from '../texts/de/pages/page.ts';
import { shownPage, type PlaceName, type ShownPage, type Statements } from '../texts/de/pages/places.ts';
import { obey } from '../verdict.ts';
import { isPlace, mayState, PLACE_NAMES, type StatementsInput } from './statement.ts';
import * as store from './store.server.ts';

/** What the operator has written so far. */
export async function statements(ctx: Ctx): Promise<Statements> {
	const known: Partial<Record<PlaceName, string>> = {};
	for (const { place, text } of await store.all(ctx.db)) if (isPlace(place)) known[place] = text;
	return known;
}

/** A fixed page as the one who asks reads it: what is missing is shown to the team, and to everybody in the demonstration. */
export async function page(ctx: Ctx, fixed: FixedPage): Promise<ShownPage> {
	return shownPage(fixed, await statements(ctx), ctx.house.config.demo || isStaff(ctx.person));
}

/** What the form shows, by field. */
export function statementsState(known: Statements): State {
	return Object.fromEntries(PLACE_NAMES.map((name) => [name, known[name] ?? '']));
}

/**
 * Writes what has changed; an empty text takes it away. What is the same stays as it is. Stale: a colleague has written
 * meanwhile, and the form would put back what stood there before.
 */
export async function state(ctx: Ctx, form: StatementsInput): Promise<void> {
	await together(ctx, async (ctx) => {
		obey(mayState(ctx.person));
		const before = await statements(ctx);
		const changed = PLACE_NAMES.filter((name) => (form[name] ?? '') !== (before[name] ?? ''));
		if (changed.length === 0) return;
		expectSeen('statements', form.seen, statementsState(before));
		for (const name of changed) {
			const text = form[name] ?? '';
			if (text === '') await store.remove(ctx.db, name);
			else await store.put(ctx.db, name, text, ctx.now);
		}
		await record(ctx, { verb: 'statements.changed', subjectId: 'statements', details: { count: changed.length } });
	});
}
